import type { WireEvent } from './protocol-tap.ts';

/** Older rows go: a log left open overnight must not eat the page. */
const MAX_ROWS = 300;

const time = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
  hourCycle: 'h23',
});

/** Who an event belongs to, as the page shows people. */
export interface Seat {
  readonly name: string;
  readonly position: 'first' | 'second';
}

/** The live list of events between the page and the server. */
export class ProtocolLog {
  readonly #list: HTMLElement;
  readonly #row: HTMLTemplateElement;
  readonly #seatOf: (userId: string | undefined) => Seat | undefined;
  #paused = false;
  #held: WireEvent[] = [];

  constructor(list: HTMLElement, row: HTMLTemplateElement, seatOf: (userId: string | undefined) => Seat | undefined) {
    this.#list = list;
    this.#row = row;
    this.#seatOf = seatOf;
  }

  add(event: WireEvent): void {
    if (this.#paused) {
      this.#held.push(event);
      return;
    }
    const list = this.#list;
    const followsEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 24;
    list.append(this.#rowFor(event));
    if (list.childElementCount > MAX_ROWS) list.firstElementChild?.remove();
    if (followsEnd) list.scrollTop = list.scrollHeight;
  }

  /** While paused, events wait and are shown when it goes on. */
  set paused(paused: boolean) {
    this.#paused = paused;
    if (paused) return;
    const held = this.#held.slice(-MAX_ROWS);
    this.#held = [];
    for (const event of held) this.add(event);
  }

  clear(): void {
    this.#held = [];
    this.#list.replaceChildren();
  }

  #rowFor({ at, direction, name, payload, userId }: WireEvent): DocumentFragment {
    const row = this.#row.content.cloneNode(true) as DocumentFragment;
    const seat = this.#seatOf(userId);
    const sent = direction === 'sent';
    const part = (selector: string): HTMLElement => row.querySelector<HTMLElement>(selector)!;
    if (seat) part('.event').dataset['seat'] = seat.position;
    part('time').textContent = time.format(at);
    part('.who').textContent = seat?.name ?? '–';
    part('.way').textContent = sent ? '→' : '←';
    part('.way').title = sent ? 'to the server' : 'from the server';
    part('.name').textContent = name;
    part('.gist').textContent = payload === undefined ? '' : JSON.stringify(payload);
    part('pre').textContent = payload === undefined ? 'no payload' : JSON.stringify(payload, null, 2);
    return row;
  }
}
