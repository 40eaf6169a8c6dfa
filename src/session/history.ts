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
  #closing: Promise<void> | undefined;

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
    if (this.#knowsRooms && this.#isPossible) void this.#closeGaps();
  }

  lost(): void {
    this.#knowsRooms = false;
    this.#closing = undefined;
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

  /** Once for each connection. */
  #closeGaps(): Promise<void> {
    return (this.#closing ??= this.#closeAll());
  }

  async #closeAll(): Promise<void> {
    for (const [roomId, { gaps }] of this.#core.state.messages) {
      // A server that does not answer once would be waited for again and again.
      for (const key of gaps) if (!(await this.#closeGap(roomId, key))) return;
    }
  }

  /** Page after page, until the messages on the other side of the gap are reached. @returns false when the server refused */
  async #closeGap(roomId: RoomId, key: string): Promise<boolean> {
    let gap: string | undefined = key;
    while (gap !== undefined) {
      const before = this.#core.state.messages.get(roomId);
      if (!before?.gaps.has(gap)) break;
      const after = before.entries.get(gap)?.id;
      const page = await this.#fetch(roomId, { ...(after !== undefined && { after }), limit: GAP_PAGE });
      if (!page) return false;
      const place = after === undefined ? 'newest' : { after: gap };
      this.#core.dispatch({ type: 'history-received', roomId, place, ...page });
      const { gaps } = this.#core.state.messages.get(roomId) ?? { gaps: [] };
      gap = [...gaps].find((other) => !before.gaps.has(other));
    }
    return true;
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
