import { decodeMessagesPage } from '../protocol/decode-answer.ts';
import type { MessagesPage } from '../protocol/extensions.ts';
import type { MessageId, RoomId } from '../protocol/model.ts';
import type { RoomMessages } from '../store/state.ts';
import type { Core } from './core.ts';

/** Messages that a person scrolls through in a moment. */
const PAGE = 50;
/** As many as the extension allows: a gap is to be closed with few questions. */
const GAP_PAGE = 100;

/** Fetches messages that were missed, or that are older than what came with the rooms, where the server can tell them. */
export class History {
  readonly #core: Core;
  /** Before the rooms have come, there seem to be more gaps than there are. */
  #knowsRooms = false;
  #closing: Promise<void> = Promise.resolve();
  /** The next round has not begun: whatever is found until then belongs to it. */
  #isPlanned = false;

  constructor(core: Core) {
    this.#core = core;
  }

  /** Resolves when nothing is missing any more, as far as the server can tell; undefined when there is nothing to wait for. */
  roomsReceived(): Promise<void> | undefined {
    this.#knowsRooms = true;
    return this.#isPossible ? this.#closeGaps() : undefined;
  }

  /** The server has told what it can do. */
  greeted(): void {
    this.gapFound();
  }

  /** Something may be missing that was not known to be. */
  gapFound(): void {
    if (this.#knowsRooms && this.#isPossible) void this.#closeGaps();
  }

  lost(): void {
    this.#knowsRooms = false;
  }

  /** The messages before the first one of a room. */
  async loadOlder(roomId: RoomId): Promise<void> {
    const room = this.#core.state.messages.get(roomId);
    if (!this.#isPossible || room?.older === 'loading' || room?.older === 'none') return;
    this.#core.dispatch({ type: 'older-requested', roomId });
    const before = firstId(room);
    const page = await this.#fetch(roomId, { before, limit: PAGE });
    const place = before === undefined ? 'newest' : 'before';
    if (page) this.#core.dispatch({ type: 'history-received', roomId, place, ...page });
    // After a loss of the connection it is simply asked again; a refusal has to be shown.
    else this.#core.dispatch({ type: 'older-failed', roomId, again: !this.#isPossible });
  }

  get #isPossible(): boolean {
    const { capabilities, connection } = this.#core.state;
    return capabilities.has('history') && connection.status === 'online';
  }

  /** One after the other, so that the same is not asked twice. */
  #closeGaps(): Promise<void> {
    if (!this.#isPlanned) {
      this.#isPlanned = true;
      this.#closing = this.#closing.then(() => {
        this.#isPlanned = false;
        return this.#closeAll();
      });
    }
    return this.#closing;
  }

  async #closeAll(): Promise<void> {
    for (const [roomId, { gaps }] of this.#core.state.messages) {
      // A server that does not answer once would be waited for again and again.
      if (gaps.size > 0 && !(await this.#closeGapsOf(roomId))) return;
    }
  }

  /** Page after page, until the messages on the other side of each gap are reached. @returns false when the server refused */
  async #closeGapsOf(roomId: RoomId): Promise<boolean> {
    const tried = new Set<string>();
    for (;;) {
      const room = this.#core.state.messages.get(roomId);
      const gap = [...(room?.gaps ?? [])].find((key) => !tried.has(key));
      if (gap === undefined) return true;
      tried.add(gap);
      const after = room?.entries.get(gap)?.id;
      const page = await this.#fetch(roomId, { ...(after !== undefined && { after }), limit: GAP_PAGE });
      if (!page) return false;
      const place = after === undefined ? 'newest' : { after: gap };
      this.#core.dispatch({ type: 'history-received', roomId, place, ...page });
    }
  }

  /** Undefined when the server refused or the connection was lost. */
  async #fetch(
    roomId: RoomId,
    question: { readonly before?: MessageId | undefined; readonly after?: MessageId; readonly limit: number },
  ): Promise<MessagesPage | undefined> {
    const { platform, wire } = this.#core;
    try {
      const answer = await wire.request('get_messages', { roomId, ...question });
      const { value, problems } = decodeMessagesPage(answer, { now: platform.clock.now(), roomId });
      for (const reason of problems) wire.problem('get_messages', reason);
      return value;
    } catch {
      return undefined;
    }
  }
}

function firstId(room: RoomMessages | undefined): MessageId | undefined {
  const first = room?.entries.get(room.order[0] ?? '');
  return first?.status === 'sent' ? first.id : undefined;
}
