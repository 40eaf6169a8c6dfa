import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Message } from '../../src/protocol/model.ts';
import { compareMessages } from '../../src/store/order.ts';
import type { State } from '../../src/store/state.ts';
import { ada, grace, linus, message, NOON, roomWith } from '../support/fixtures.ts';
import { advance, received, roomsReceived, stateAfter } from '../support/state-after.ts';

const bodies = (state: State, roomId = 'room-1') =>
  state.messages.get(roomId)?.order.map((key) => state.messages.get(roomId)?.entries.get(key)?.body);
const unread = (state: State, roomId = 'room-1') => state.rooms.byId.get(roomId)?.unreadCount;
const at = (minutes: number, changes: Partial<Message> = {}): Message =>
  message({ id: `m${minutes}`, body: `m${minutes}`, createdAt: NOON + minutes * 60_000, ...changes });
const other = (messages: readonly Message[] = []) => roomWith(messages, { id: 'room-2', name: 'Moths' });
const queued = (key: string, roomId = 'room-1') => ({
  type: 'message-queued' as const,
  message: { ...message({ id: key, roomId, sender: ada, body: 'Hi', createdAt: NOON }), clientId: key },
});

const departed = (key: string, roomId = 'room-1') => ({
  type: 'message-departed' as const,
  roomId,
  key,
  withClientId: false,
});

describe('rooms-received', () => {
  it('shows the rooms by activity, with their messages in order, all read', () => {
    const state = stateAfter(roomsReceived(roomWith([at(2), at(1)]), other([at(5, { roomId: 'room-2' })])));
    expect(state.rooms.loaded).to.equal(true);
    expect(state.rooms.order).to.deep.equal(['room-2', 'room-1']);
    expect(bodies(state)).to.deep.equal(['m1', 'm2']);
    expect(state.rooms.byId.get('room-1')).to.include({ unreadCount: 0, readKey: 'm2', activeAt: at(2).createdAt });
    expect(state.rooms.unreadCount).to.equal(0);
  });

  it('changes nothing when it comes again', () => {
    const list = [roomWith([at(1), at(2)], { unreadCount: 1, updatedAt: NOON }), other()];
    const state = stateAfter(roomsReceived(...list));
    expect(advance(state, roomsReceived(...structuredClone(list)))).to.equal(state);
  });

  it('keeps what has not changed as it is', () => {
    const before = stateAfter(roomsReceived(roomWith([at(1)]), other()));
    const after = advance(before, roomsReceived(roomWith([at(1)]), other([at(3, { roomId: 'room-2' })])));
    expect(after.rooms.byId.get('room-1')).to.equal(before.rooms.byId.get('room-1'));
    expect(after.messages.get('room-1')).to.equal(before.messages.get('room-1'));
    expect(bodies(after, 'room-2')).to.deep.equal(['m3']);
    expect(after.people).to.equal(before.people);
    expect(after.typing).to.equal(before.typing);
    expect(after.rooms.order).to.deep.equal(['room-2', 'room-1']);
  });

  it('lets rooms go that are missing, with their messages, typing and drafts', () => {
    const state = stateAfter(
      roomsReceived(roomWith([at(1)], { unreadCount: 1 }), other()),
      { type: 'draft-changed', roomId: 'room-1', text: 'Dear' },
      { type: 'draft-changed', roomId: 'room-2', text: 'Hello' },
      { type: 'typing-started', user: grace, roomId: 'room-1' },
      roomsReceived(other()),
    );
    expect([...state.rooms.byId.keys()]).to.deep.equal(['room-2']);
    expect(state.rooms.order).to.deep.equal(['room-2']);
    expect(state.rooms.unreadCount).to.equal(0);
    expect(state.messages.has('room-1')).to.equal(false);
    expect(state.typing.size).to.equal(0);
    expect([...state.drafts]).to.deep.equal([['room-2', 'Hello']]);
  });

  it('keeps only the unconfirmed messages of a room that is missing', () => {
    const state = stateAfter(roomsReceived(roomWith([at(1)])), queued('key'), roomsReceived(other()));
    expect(bodies(state)).to.deep.equal(['Hi']);
    expect(bodies(advance(state, roomsReceived(roomWith([at(1)]))))).to.deep.equal(['m1', 'Hi']);
  });

  it('counts what is new since the last list as unread, where the backend does not count', () => {
    const state = stateAfter(
      roomsReceived(roomWith([at(3)])),
      roomsReceived(roomWith([at(1), at(3), at(4), at(5, { sender: ada }), at(6)]), other([at(7), at(8)])),
    );
    expect(unread(state)).to.equal(2);
    expect(state.rooms.byId.get('room-1')?.readKey).to.equal('m3');
    expect(unread(state, 'room-2')).to.equal(2);
    expect(state.rooms.unreadCount).to.equal(4);
  });

  it('believes the backend that counts', () => {
    const told = (unreadCount: number) =>
      roomsReceived(roomWith([at(1), at(2, { sender: ada }), at(3)], { unreadCount }));
    const state = stateAfter(told(1));
    expect(state.rooms.byId.get('room-1')).to.include({ unreadCount: 1, readKey: 'm2' });
    expect(advance(state, told(0)).rooms.byId.get('room-1')).to.include({ unreadCount: 0, readKey: 'm3' });
    const most = advance(state, told(9)).rooms.byId.get('room-1');
    expect(most).to.include({ unreadCount: 9 });
    expect(most).to.not.have.property('readKey');
  });

  it('confirms what was on the wire before the connection was lost, and only that', () => {
    const list = roomsReceived(roomWith([at(1), at(2, { sender: ada, body: 'Hi' })]));
    const before = stateAfter(roomsReceived(roomWith([at(1)])), queued('key'));
    expect(bodies(advance(before, list))).to.deep.equal(['m1', 'Hi', 'Hi']);
    const state = advance(before, departed('key'), list);
    expect(state.messages.get('room-1')?.entries.get('key')).to.include({ status: 'sent', id: 'm2' });
    expect(bodies(state)).to.deep.equal(['m1', 'Hi']);
  });

  it('keeps the server’s order among rooms of which no time is known', () => {
    const list = roomsReceived(roomWith([], { id: 'z' }), roomWith([], { id: 'a' }), roomWith([], { id: 'm' }));
    const state = stateAfter(list);
    expect(state.rooms.order).to.deep.equal(['z', 'a', 'm']);
    expect(advance(state, list)).to.equal(state);
  });
});

describe('room-added', () => {
  const added = (...messages: Message[]) => ({ type: 'room-added' as const, room: other(messages) });

  it('puts a room without a time where it came: on top', () => {
    const before = stateAfter(roomsReceived(roomWith([at(1)])));
    const state = advance(before, { ...added(), at: NOON + 3_600_000 });
    expect(state.rooms.order).to.deep.equal(['room-2', 'room-1']);
    expect(state.rooms.byId.get('room-1')).to.equal(before.rooms.byId.get('room-1'));
    expect(advance(state, roomsReceived(roomWith([at(1)]), other())).rooms.order).to.deep.equal(['room-2', 'room-1']);
  });

  it('counts all that it brings as unread, and what came before it did', () => {
    const early = at(1, { roomId: 'room-2' });
    const state = stateAfter(roomsReceived(), received(early), added(at(2), at(3, { sender: ada })));
    expect(bodies(state, 'room-2')).to.deep.equal(['m1', 'm2', 'm3']);
    expect(unread(state, 'room-2')).to.equal(2);
  });

  it('is another version of a room that is known', () => {
    const before = stateAfter(roomsReceived(roomWith([at(1)]), other()), received(at(2)));
    const state = advance(before, { type: 'room-added', room: roomWith([], { name: 'Difference engine' }) });
    expect(state.rooms.byId.get('room-1')).to.include({
      name: 'Difference engine',
      unreadCount: 1,
      activeAt: at(2).createdAt,
    });
    expect(state.rooms.order).to.equal(before.rooms.order);
    expect(state.messages).to.equal(before.messages);
    expect(advance(state, { type: 'room-added', room: roomWith([], { name: 'Difference engine' }) })).to.equal(state);
  });
});

describe('messages-received', () => {
  const start = stateAfter(roomsReceived(roomWith([at(1)]), other([at(5, { roomId: 'room-2', id: 'x' })])));

  it('counts what others say, moves the room up and keeps the other room as it is', () => {
    const state = advance(start, received(at(6), at(7, { sender: ada }), at(8)));
    expect(state.rooms.byId.get('room-1')).to.include({ unreadCount: 2, readKey: 'm1', activeAt: at(8).createdAt });
    expect(state.rooms.order).to.deep.equal(['room-1', 'room-2']);
    expect(state.rooms.unreadCount).to.equal(2);
    expect(state.rooms.byId.get('room-2')).to.equal(start.rooms.byId.get('room-2'));
    expect(state.messages.get('room-2')).to.equal(start.messages.get('room-2'));
  });

  it('changes nothing when it comes again, and no order that is right already', () => {
    const state = advance(start, received(at(6)));
    expect(advance(state, received(at(6)))).to.equal(state);
    expect(advance(state, received(at(7))).rooms.order).to.equal(state.rooms.order);
  });

  it('counts the same in one batch and one by one, in any order of arrival', () => {
    const batch = [at(7), at(3), at(1), at(8), at(4), at(7)];
    const together = advance(start, received(...batch));
    const single = advance(start, ...batch.map((each) => received(each)));
    expect(unread(together)).to.equal(4);
    expect(unread(single)).to.equal(4);
    expect(single.rooms.order).to.deep.equal(together.rooms.order);
    expect(bodies(single)).to.deep.equal(bodies(together));
  });

  it('takes a page of old history for no news', () => {
    const state = advance(start, received(at(-3), at(-2)));
    expect(bodies(state)).to.deep.equal(['m-3', 'm-2', 'm1']);
    expect(state.rooms.byId.get('room-1')).to.equal(start.rooms.byId.get('room-1'));
  });

  it('takes it for no news where all is unread, too', () => {
    const allUnread = stateAfter(roomsReceived(roomWith([at(1)], { unreadCount: 9 })));
    expect(unread(advance(allUnread, received(at(-3))))).to.equal(9);
    expect(unread(advance(allUnread, received(at(3))))).to.equal(10);
  });

  it('reaches several rooms in one batch', () => {
    const state = advance(start, received(at(6), at(7, { roomId: 'room-2' }), at(8)));
    expect(bodies(state)).to.deep.equal(['m1', 'm6', 'm8']);
    expect([unread(state), unread(state, 'room-2'), state.rooms.unreadCount]).to.deep.equal([2, 1, 3]);
    expect(state.rooms.order).to.deep.equal(['room-1', 'room-2']);
  });

  it('waits for a room that is not known yet', () => {
    const early = at(2, { roomId: 'room-3' });
    const state = advance(start, received(early), roomsReceived(roomWith([at(1)])));
    expect(state.rooms.byId.has('room-3')).to.equal(false);
    expect(state.rooms.unreadCount).to.equal(0);
    const shown = advance(state, { type: 'room-added', room: roomWith([], { id: 'room-3' }) });
    expect(bodies(shown, 'room-3')).to.deep.equal(['m2']);
    expect(unread(shown, 'room-3')).to.equal(1);
  });

  it('counts what came before the first list, and nothing else of it', () => {
    const state = stateAfter(received(at(2)), roomsReceived(roomWith([at(1), at(2)])));
    expect(unread(state)).to.equal(1);
    expect(state.rooms.byId.get('room-1')?.readKey).to.equal('m1');
  });

  it('ends the typing of who said it, there and of nobody else', () => {
    const typing = (user: typeof grace, roomId: string) => ({ type: 'typing-started' as const, user, roomId });
    const state = advance(
      start,
      typing(grace, 'room-1'),
      typing(linus, 'room-1'),
      typing(grace, 'room-2'),
      received(at(6)),
    );
    expect([...state.typing]).to.deep.equal([
      ['room-1', [linus.id]],
      ['room-2', [grace.id]],
    ]);
  });

  it('names the people it is the first to name, in their rooms too', () => {
    const bare = { id: grace.id, name: '', email: '' };
    const before = stateAfter(roomsReceived(roomWith([], { participants: [ada, bare] }), other()));
    const state = advance(before, received(at(1, { roomId: 'room-2' })));
    expect(state.people.get(grace.id)).to.deep.equal(grace);
    expect(state.rooms.byId.get('room-1')?.participants).to.deep.equal([ada, grace]);
  });

  it('gives an own echo no unread and the room its time', () => {
    const state = advance(start, queued('key'), departed('key'), received(at(9, { sender: ada, body: 'Hi' })));
    expect(state.rooms.byId.get('room-1')).to.include({ unreadCount: 0, activeAt: at(9).createdAt });
  });

  it('does nothing when it is empty', () => {
    expect(advance(start, received())).to.equal(start);
  });
});

describe('whatever the order of broadcasts, lists and pages', () => {
  const facts = fc.uniqueArray(fc.record({ minute: fc.nat(5), id: fc.stringMatching(/^[a-e]{1,3}$/) }), {
    selector: ({ id }) => id,
    minLength: 1,
    maxLength: 12,
  });
  const deal = fc.record({
    by: fc.constantFrom('broadcast', 'list', 'added', 'before', 'after', 'lost', 'online', 'own'),
    from: fc.nat(12),
    count: fc.integer({ min: 1, max: 4 }),
  });

  it('the thread has one total order and nothing twice, and what the person wrote stays at its end', () => {
    fc.assert(
      fc.property(facts, fc.array(deal, { maxLength: 25 }), fc.boolean(), (all, deals, hasHistory) => {
        const messages = all.map(({ id, minute }) => at(minute, { id, body: id }));
        const told = new Set<string>();
        const written: string[] = [];
        let state = stateAfter({ type: 'capabilities-announced', capabilities: hasHistory ? ['history'] : [] });
        for (const { by, from, count } of deals) {
          const some = Array.from({ length: count }, (_, index) => messages[(from + index) % messages.length] ?? at(0));
          const isTold = !['lost', 'online', 'own'].includes(by);
          if (isTold) for (const { id } of some) told.add(id);
          if (by === 'broadcast') state = advance(state, received(...some));
          else if (by === 'list') state = advance(state, roomsReceived(roomWith(some)));
          else if (by === 'added') state = advance(state, { type: 'room-added', room: roomWith(some) });
          else if (by === 'before' || by === 'after') {
            const [gap] = state.messages.get('room-1')?.gaps ?? [];
            // Nothing can be asked for after what was before everything.
            const rest = gap === '' ? 'newest' : { after: gap ?? '' };
            const place = by === 'before' || gap === undefined ? 'before' : rest;
            state = advance(state, {
              type: 'history-received',
              roomId: 'room-1',
              place,
              messages: some,
              hasMore: from > 6,
            });
          } else if (by === 'own') {
            written.push(`own ${written.length}`);
            state = advance(state, queued(written.at(-1) ?? ''), departed(written.at(-1) ?? ''));
          } else {
            const status = by === 'lost' ? 'reconnecting' : 'online';
            state = advance(state, { type: 'connection-changed', connection: { status, attempt: 0 } });
          }
          const expected = messages.filter(({ id }) => told.has(id)).sort(compareMessages);
          expect(state.messages.get('room-1')?.order ?? []).to.deep.equal([
            ...expected.map(({ id }) => id),
            ...written,
          ]);
          expect(state.messages.get('room-1')?.entries.size ?? 0).to.equal(expected.length + written.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
