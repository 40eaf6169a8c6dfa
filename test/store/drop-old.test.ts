import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Message } from '../../src/protocol/model.ts';
import type { Action } from '../../src/store/actions.ts';
import { KEPT } from '../../src/store/drop-old.ts';
import { compareMessages } from '../../src/store/order.ts';
import { NO_MESSAGES } from '../../src/store/room-messages.ts';
import type { RoomMessages, State } from '../../src/store/state.ts';
import { ada, message, NOON, roomWith } from '../support/fixtures.ts';
import { advance, received, roomsReceived, stateAfter } from '../support/state-after.ts';

const ROOM = 'room-1';
const online: Action = { type: 'connection-changed', connection: { status: 'online', attempt: 0 } };
const lost: Action = { type: 'connection-changed', connection: { status: 'reconnecting', attempt: 1 } };
const history: Action = { type: 'capabilities-announced', capabilities: ['history'] };
const left: Action = { type: 'room-left', roomId: ROOM };
const loading: Action = { type: 'older-requested', roomId: ROOM };

/** All that the server has ever saved, one a minute. */
const numbered = (number: number, changes: Partial<Message> = {}): Message =>
  message({ id: `m${String(number).padStart(5, '0')}`, createdAt: NOON + number * 60_000, ...changes });
const saved = (count: number): Message[] => Array.from({ length: count }, (_, number) => numbered(number));
const of = (state: State): RoomMessages => state.messages.get(ROOM) ?? NO_MESSAGES;
const bodies = (state: State): string[] => of(state).order.map((key) => of(state).entries.get(key)?.body ?? 'none');

const all = saved(1500);
const full = stateAfter(online, history, roomsReceived(roomWith(all)), { type: 'room-read', roomId: ROOM });

describe('a room that nobody looks at', () => {
  it('keeps its newest messages, and knows that there are older ones', () => {
    const state = advance(full, left);
    expect(of(state).order).to.deep.equal(all.slice(-KEPT).map(({ id }) => id));
    expect(of(state).entries.size).to.equal(KEPT);
    expect(of(state).older).to.equal('unknown');
    expect(state.rooms).to.equal(full.rooms);
  });

  it('stays as it is when there is nothing to let go of', () => {
    const few = stateAfter(online, history, roomsReceived(roomWith(saved(KEPT))));
    expect(advance(few, left)).to.equal(few);
    const state = advance(full, left);
    expect(advance(state, left)).to.equal(state);
    expect(advance(full, { type: 'room-left', roomId: 'nowhere' })).to.equal(full);
  });

  const kept: readonly [why: string, state: State][] = [
    ['without history', stateAfter(online, roomsReceived(roomWith(all)))],
    ['while a page of older ones is on its way', advance(full, loading)],
    ['behind the first gap', advance(full, { type: 'gap-suspected', roomId: ROOM, key: 'm00010' })],
    ['while a message is not confirmed', advance(full, queued('x'))],
    [
      'while a message has failed',
      advance(full, queued('x'), { type: 'message-failed', roomId: ROOM, key: 'x', failure: { message: 'no' } }),
    ],
    ['when it was empty as the connection was lost', stateAfter(online, history, lost, received(...all))],
  ];
  for (const [why, state] of kept) {
    it(`lets go of nothing ${why}`, () => {
      const { order, entries } = of(advance(state, left));
      // Only what comes before the first gap may go.
      expect(order.slice(-1490)).to.deep.equal(of(state).order.slice(-1490));
      expect(entries.size).to.equal(order.length);
    });
  }

  it('keeps what is unread, with the last message that was read, up to a thousand', () => {
    const unread = (count: number): State =>
      stateAfter(online, history, roomsReceived(roomWith(all, { unreadCount: count })), left);
    expect(of(unread(400)).order).to.have.length(401);
    expect(of(unread(50)).order).to.have.length(KEPT);
    expect(of(unread(1400)).order).to.have.length(1000);
  });

  it('asks again from where a gap begins', () => {
    const doubted = advance(full, lost, online, left);
    for (const key of of(doubted).gaps) expect(of(doubted).entries.has(key)).to.equal(true);
  });

  it('forgets by which key a message was sent that goes', () => {
    const sent = numbered(3, { sender: ada, clientId: 'x' });
    const early = stateAfter(online, history, roomsReceived(roomWith(saved(3))), queued('x'), received(sent));
    expect(of(early).keyOf.get(sent.id)).to.equal('x');
    const state = advance(early, received(...all.slice(4)), left);
    expect(of(state).keyOf.size).to.equal(0);
    const again = page(advance(state, loading), all.slice(0, -KEPT), false);
    expect(of(again).order).to.have.length(1500);
  });

  it('takes no page in that goes on from a message that is gone', () => {
    const state = advance(full, left);
    const late: Action = {
      type: 'history-received',
      roomId: ROOM,
      place: { after: 'm00005' },
      messages: [numbered(6)],
      hasMore: true,
    };
    expect(advance(state, late)).to.equal(state);
  });

  it('is whole again however often it was left, scrolled up and written in, with nothing twice or out of order', () => {
    const step = fc.oneof(
      fc.constant<'leave'>('leave'),
      fc.constant<'older'>('older'),
      fc.constant<'arrive'>('arrive'),
      fc.constant<'repeat'>('repeat'),
      fc.constant<'cut'>('cut'),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.array(step, { maxLength: 25 }), (count, steps) => {
        const server = new Server(count);
        let state = stateAfter(online, history, roomsReceived(roomWith(server.newest(250))));
        for (const one of steps) state = server.take(one, state);
        for (let pages = 0; of(state).older !== 'none'; pages += 1) {
          expect(pages, 'pages').to.be.below(100);
          state = server.older(state);
        }
        expect(of(state).order).to.deep.equal(server.messages.map(({ id }) => id));
        expect(bodies(state)).to.deep.equal(server.messages.map(({ body }) => body));
        expect([...of(state).gaps]).to.deep.equal([]);
        const sorted = [...of(state).entries.values()].sort(compareMessages).map(({ key }) => key);
        expect(of(state).order).to.deep.equal(sorted);
      }),
      { numRuns: 200 },
    );
  }).timeout(20_000);
});

function queued(key: string): Action {
  const own = { ...message({ id: key, sender: ada, createdAt: NOON + 9e9 }), clientId: key };
  return { type: 'message-queued', message: own };
}

function page(state: State, messages: readonly Message[], hasMore: boolean): State {
  return advance(state, { type: 'history-received', roomId: ROOM, place: 'before', messages, hasMore });
}

/** A server with history, and what the session does with it. */
class Server {
  readonly messages: Message[];

  constructor(count: number) {
    this.messages = saved(count);
  }

  newest(count: number): Message[] {
    return this.messages.slice(-count);
  }

  take(step: 'leave' | 'older' | 'arrive' | 'repeat' | 'cut', state: State): State {
    switch (step) {
      case 'leave':
        return advance(state, left);
      case 'older':
        return this.older(state);
      case 'arrive':
        return this.#closeGaps(advance(state, received(...this.#add(90))));
      case 'repeat':
        return this.#closeGaps(advance(state, received(...this.messages.slice(0, 3))));
      case 'cut':
        this.#add(120);
        return this.#closeGaps(advance(state, lost, left, online));
    }
  }

  older(state: State): State {
    const first = of(state).order[0];
    if (of(state).older === 'none') return state;
    const end = first === undefined ? this.messages.length : this.messages.findIndex(({ id }) => id === first);
    const begin = Math.max(0, end - 50);
    if (first !== undefined) return page(advance(state, loading, left), this.messages.slice(begin, end), begin > 0);
    return this.#newestPage(advance(state, loading));
  }

  #add(count: number): Message[] {
    const news = Array.from({ length: count }, (_, index) => numbered(this.messages.length + index));
    this.messages.push(...news);
    return news;
  }

  #newestPage(state: State): State {
    const messages = this.newest(100);
    const hasMore = this.messages.length > messages.length;
    return advance(state, { type: 'history-received', roomId: ROOM, place: 'newest', messages, hasMore });
  }

  #closeGaps(before: State): State {
    let state = before;
    for (let rounds = 0; of(state).gaps.size > 0; rounds += 1) {
      expect(rounds, 'rounds').to.be.below(100);
      const [gap = ''] = of(state).gaps;
      const from = this.messages.findIndex(({ id }) => id === gap) + 1;
      if (from === 0) {
        state = this.#newestPage(state);
        continue;
      }
      const messages = this.messages.slice(from, from + 100);
      const hasMore = from + messages.length < this.messages.length;
      state = advance(state, { type: 'history-received', roomId: ROOM, place: { after: gap }, messages, hasMore });
    }
    return state;
  }
}
