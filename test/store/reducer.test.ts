import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Message } from '../../src/protocol/model.ts';
import type { Action } from '../../src/store/actions.ts';
import { BucketedMap } from '../../src/store/bucketed-map.ts';
import { compareMessages } from '../../src/store/order.ts';
import { initialState, type State } from '../../src/store/state.ts';
import { ada, grace, linus, message, NOON, roomWith } from '../support/fixtures.ts';
import { advance, received, roomsReceived, stateAfter } from '../support/state-after.ts';

const online: Action = { type: 'connection-changed', connection: { status: 'online', attempt: 0 } };
const lost: Action = { type: 'connection-changed', connection: { status: 'reconnecting', attempt: 1 } };
const rooms = roomsReceived(
  roomWith([message({ id: 'm' })]),
  roomWith([], { id: 'room-2', participants: [ada, grace] }),
);
const queued: Action = {
  type: 'message-queued',
  message: { ...message({ id: 'key', sender: ada, createdAt: NOON + 3_600_000 }), clientId: 'key' },
};
const own = { roomId: 'room-1', key: 'key' };
const failed: Action = { type: 'message-failed', ...own, failure: { message: 'No.' } };
const present = (...users: (typeof ada)[]): Action => ({ type: 'presence-received', users });
const types = (user: typeof ada, roomId?: string): Action => ({
  type: 'typing-started',
  user,
  ...(roomId !== undefined && { roomId }),
});
const wish: Action = { type: 'room-creation-started', id: 'wish', name: 'Moths', participants: [grace], isGroup: true };
const entryOf = (state: State, key: string) => state.messages.get('room-1')?.entries.get(key);

describe('reduce', () => {
  const busy = stateAfter(online, rooms, queued, failed, types(grace, 'room-1'), present(ada, grace), wish, {
    type: 'error-received',
    id: 'n',
    error: { message: 'No.' },
  });

  const facts: [what: string, action: Action, changed: readonly (keyof State)[], check?: (state: State) => void][] = [
    ['another attempt', { type: 'connection-changed', connection: { status: 'online', attempt: 1 } }, ['connection']],
    [
      'a lost connection',
      lost,
      ['connection', 'presence', 'typing', 'messages'],
      ({ presence, typing, messages }) => {
        expect([...(messages.get('room-1')?.gaps ?? [])]).to.deep.equal(['m']);
        expect([...(messages.get('room-2')?.gaps ?? [])], 'nothing was there').to.deep.equal(['']);
        expect(presence).to.deep.equal({ known: false, online: new Set(), leftAt: new Map() });
        expect(typing.size).to.equal(0);
      },
    ],
    [
      'capabilities',
      { type: 'capabilities-announced', capabilities: ['ack'] },
      ['capabilities'],
      ({ capabilities }) => {
        expect([...capabilities]).to.deep.equal(['ack']);
      },
    ],
    ['the same capabilities', { type: 'capabilities-announced', capabilities: [] }, []],
    ['the same rooms', rooms, []],
    ['a message', received(message()), ['messages', 'rooms', 'typing']],
    ['a message for an unknown room', received(message({ roomId: 'x' })), ['messages']],
    ['another text of a known message', received(message({ id: 'm' })), ['messages']],
    ['an own message', { ...queued, message: { ...queued.message, clientId: 'other' } }, ['messages']],
    ['the same own message', queued, []],
    ['a failure', failed, []],
    [
      'a retry',
      { type: 'message-retried', ...own },
      ['messages'],
      (state) => {
        expect(entryOf(state, 'key')?.status).to.equal('pending');
      },
    ],
    [
      'a discarded message',
      { type: 'message-discarded', ...own },
      ['messages', 'rooms'],
      (state) => {
        expect(entryOf(state, 'key')).to.equal(undefined);
        expect(state.rooms.byId.get('room-1')?.activeAt).to.equal(entryOf(state, 'm')?.createdAt);
      },
    ],
    [
      'a restored message',
      {
        type: 'messages-restored',
        restored: [{ message: { ...message({ id: 'r', sender: ada, createdAt: NOON }), clientId: 'r' } }],
      },
      ['messages', 'rooms'],
      (state) => {
        expect(entryOf(state, 'r')).to.include({ status: 'pending', clientId: 'r' });
      },
    ],
    ['nothing restored', { type: 'messages-restored', restored: [] }, []],
    ['a departure of what failed', { type: 'message-departed', ...own, withClientId: true }, []],
    ['a recovery of nothing that was lost', { type: 'connection-recovered' }, []],
    ['older messages asked for', { type: 'older-requested', roomId: 'room-1' }, ['messages']],
    ['a suspicion about what is not sent', { type: 'gap-suspected', ...own }, []],
    ['a message of no room', { type: 'message-retried', roomId: 'x', key: 'key' }, []],
    ['a room that is read already', { type: 'room-read', roomId: 'room-1' }, []],
    ['a room that is not there', { type: 'room-read', roomId: 'x' }, []],
    [
      'a draft',
      { type: 'draft-changed', roomId: 'room-1', text: 'Dear' },
      ['drafts'],
      ({ drafts }) => {
        expect([...drafts]).to.deep.equal([['room-1', 'Dear']]);
      },
    ],
    ['the same draft', { type: 'draft-changed', roomId: 'room-1', text: '' }, []],
    [
      'somebody else typing',
      types(linus, 'room-1'),
      ['typing'],
      ({ typing }) => {
        expect(typing.get('room-1')).to.deep.equal([grace.id, linus.id]);
      },
    ],
    [
      'somebody typing wherever they are',
      types(grace),
      ['typing'],
      ({ typing }) => {
        expect([...typing.keys()]).to.have.members(['room-1', 'room-2']);
      },
    ],
    ['a stranger typing', types({ id: 'x', name: 'X', email: '' }, 'room-2'), ['typing', 'people']],
    ['typing renewed', types(grace, 'room-1'), []],
    ['the echo of our own typing', types(ada, 'room-1'), []],
    ['the end of typing', { type: 'typing-ended', user: grace, roomId: 'room-1' }, ['typing']],
    [
      'the end of typing wherever it is',
      { type: 'typing-ended', user: grace },
      ['typing'],
      ({ typing }) => {
        expect(typing.size).to.equal(0);
      },
    ],
    ['the end of what was not there', { type: 'typing-ended', user: grace, roomId: 'room-2' }, []],
    ['the same presence', present(grace, ada), []],
    ['somebody coming', present(ada, grace, linus), ['presence']],
    [
      'somebody leaving',
      present(ada),
      ['presence', 'typing'],
      ({ presence, typing }) => {
        expect([...presence.online]).to.deep.equal([ada.id]);
        expect(typing.size).to.equal(0);
      },
    ],
    ['an error', { type: 'error-received', id: 'n2', error: { message: 'Oh.' } }, ['notices']],
    [
      'a dismissed notice',
      { type: 'notice-dismissed', id: 'n' },
      ['notices'],
      ({ notices }) => {
        expect(notices).to.deep.equal([]);
      },
    ],
    ['an unknown notice', { type: 'notice-dismissed', id: 'x' }, []],
    ['contacts', { type: 'contacts-given', contacts: [{ id: 'x', name: 'X', email: '' }] }, ['people']],
    ['known contacts', { type: 'contacts-given', contacts: [grace] }, []],
    ['another wish', { ...wish, id: 'wish-2' }, ['roomCreations']],
    [
      'a wish that failed',
      { type: 'room-creation-failed', id: 'wish', failure: { message: 'No.' } },
      ['roomCreations'],
    ],
    [
      'a forgotten wish',
      { type: 'room-creation-forgotten', id: 'wish' },
      ['roomCreations'],
      ({ roomCreations }) => {
        expect(roomCreations.size).to.equal(0);
      },
    ],
    [
      'a wish fulfilled',
      { type: 'room-added', room: roomWith([], { id: 'r', name: 'Moths', participants: [ada, grace] }) },
      ['rooms', 'messages', 'roomCreations'],
      ({ roomCreations }) => {
        expect(roomCreations.get('wish')).to.include({ status: 'created', roomId: 'r' });
      },
    ],
  ];
  for (const [what, action, changed, check] of facts) {
    it(`changes ${changed.join(', ') || 'nothing'} for ${what}`, () => {
      const after = advance(busy, action);
      const names = Object.keys(busy) as (keyof State)[];
      expect(names.filter((name) => after[name] !== busy[name])).to.have.members(changed);
      expect(after === busy).to.equal(changed.length === 0);
      check?.(after);
    });
  }

  it('keeps typing of somebody whom the list of presence never had', () => {
    const state = stateAfter(online, rooms, types(grace, 'room-1'), present(ada));
    expect(state.typing.get('room-1')).to.deep.equal([grace.id]);
  });

  it('finds a wish fulfilled in the whole list as well, but not by a room that was there before', () => {
    const created = roomWith([], { id: 'r', name: 'Moths', participants: [ada, grace] });
    expect(stateAfter(wish, roomsReceived(created)).roomCreations.get('wish')?.status).to.equal('created');
    const state = stateAfter(roomsReceived(created), wish, roomsReceived(created));
    expect(state.roomCreations.get('wish')?.status).to.equal('pending');
  });

  it('reads a room up to its newest message', () => {
    const unread = advance(busy, received(message({ id: 'new' })));
    expect(unread.rooms.unreadCount).to.equal(1);
    const read = advance(unread, { type: 'room-read', roomId: 'room-1' });
    expect(read.rooms.unreadCount).to.equal(0);
    expect(read.rooms.byId.get('room-1')).to.include({ unreadCount: 0, readKey: 'new' });
    expect(read.rooms.order).to.equal(unread.rooms.order);
  });
});

describe('reduce, whatever happens', () => {
  const ids = fc.constantFrom('room-1', 'room-2', '__proto__');
  const keys = fc.constantFrom('k1', 'k2', 'k3');
  const people = fc.constantFrom(ada, grace, linus);
  // The same id always tells the same message; ids, times, authors and texts cross in every way.
  const messages = fc.tuple(ids, fc.nat(11)).map(([roomId, index]) =>
    message({
      roomId,
      id: `${roomId}-${'kcahbgdjfiel'.charAt(index)}`,
      sender: [ada, grace, linus][index % 3] ?? ada,
      body: index % 2 ? 'Hi' : 'Ho',
      createdAt: NOON + (index % 5) * 60_000,
    }),
  );
  const batches = fc.array(messages, { maxLength: 4 });
  const told = fc.uniqueArray(
    fc.record({ id: ids, held: batches, unreadCount: fc.option(fc.nat(3), { nil: undefined }) }),
    {
      selector: ({ id }) => id,
    },
  );
  const actions: fc.Arbitrary<Action> = fc.oneof(
    batches.map((batch) => received(...batch)),
    told.map((list) =>
      roomsReceived(
        ...list.map(({ id, held, unreadCount }) =>
          roomWith(
            held.map((each) => ({ ...each, roomId: id })),
            { id, ...(unreadCount !== undefined && { unreadCount }) },
          ),
        ),
      ),
    ),
    fc.tuple(keys, ids, fc.constantFrom('Hi', 'Ho')).map(([key, roomId, body]): Action => ({
      type: 'message-queued',
      message: { ...message({ id: key, roomId, body, sender: ada, createdAt: NOON }), clientId: key },
    })),
    fc
      .tuple(keys, ids)
      .map(([key, roomId]): Action => ({ type: 'message-failed', roomId, key, failure: { message: 'No.' } })),
    fc.tuple(keys, ids).map(([key, roomId]): Action => ({ type: 'message-retried', roomId, key })),
    ids.map((roomId): Action => ({ type: 'room-read', roomId })),
    fc.tuple(people, fc.option(ids, { nil: undefined })).map(([user, roomId]) => types(user, roomId)),
    fc.array(people).map((users) => present(...users)),
    fc.constantFrom(online, lost),
  );

  const history = fc.array(actions, { maxLength: 30 });

  function check(state: State): void {
    for (const [roomId, { order, entries, keyOf }] of state.messages) {
      const shown = order.map((key) => entries.get(key));
      expect(new Set(order).size, 'each key once').to.equal(order.length);
      expect(entries.size, 'no entry without a place').to.equal(order.length);
      const confirmed = shown.filter((entry) => entry?.status === 'sent') as Message[];
      expect(confirmed, 'sorted').to.deep.equal([...confirmed].sort(compareMessages));
      expect(
        shown.slice(confirmed.length).some((entry) => entry?.status === 'sent'),
        'unconfirmed last',
      ).to.equal(false);
      expect(new Set(confirmed.map(({ id }) => id)).size, 'each id once').to.equal(confirmed.length);
      for (const [id, key] of keyOf) expect(entries.get(key)?.id, `alias in ${roomId}`).to.equal(id);
    }
    const { byId, order, unreadCount } = state.rooms;
    const listed = order.map((id) => byId.get(id));
    expect(new Set(order).size).to.equal(byId.size);
    expect(listed.map((entry) => entry?.activeAt)).to.deep.equal(
      listed.map((entry) => entry?.activeAt ?? NaN).sort((a, b) => b - a),
    );
    expect(listed.reduce((sum, entry) => sum + (entry?.unreadCount ?? NaN), 0)).to.equal(unreadCount);
    expect([...state.typing.values()].every((users) => users.length > 0 && !users.includes(ada.id))).to.equal(true);
    expect(state.presence.known || state.presence.online.size === 0).to.equal(true);
  }

  it('keeps each message once, in its place, and every sum right', () => {
    fc.assert(
      fc.property(history, (all) => {
        let state = initialState(ada);
        for (const action of all) {
          state = advance(state, action);
          check(state);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never loses a message that was sent, nor shows it twice', () => {
    fc.assert(
      fc.property(history, (all) => {
        let state = initialState(ada);
        const sent = new Set<string>();
        for (const action of all) {
          state = advance(state, action);
          if (action.type === 'message-queued') sent.add(`${action.message.roomId} ${action.message.clientId}`);
          // What is confirmed goes with its room, so only rooms that are there can be asked.
          for (const each of sent) {
            const [roomId = '', key = ''] = each.split(' ');
            const count = state.messages.get(roomId)?.order.filter((other) => other === key).length ?? 0;
            if (state.rooms.byId.has(roomId) || count > 0) expect(count).to.equal(1);
            else sent.delete(each);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('changes nothing when the same thing arrives again', () => {
    fc.assert(
      fc.property(history, (all) => {
        const state = stateAfter(...all);
        const last = all.at(-1);
        if (last?.type === 'messages-received' || last?.type === 'presence-received') {
          expect(advance(state, structuredClone(last))).to.equal(state);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leaves every room alone that a batch does not reach', () => {
    fc.assert(
      fc.property(history, batches, (all, batch) => {
        const before = stateAfter(...all);
        const after = advance(before, received(...batch));
        const reached = new Set(batch.map(({ roomId }) => roomId));
        for (const [id, entry] of before.rooms.byId)
          if (!reached.has(id)) expect(after.rooms.byId.get(id)).to.equal(entry);
        for (const [id, held] of before.messages) if (!reached.has(id)) expect(after.messages.get(id)).to.equal(held);
      }),
    );
  });
});

describe('one message among many', () => {
  /** How often any map of the state was asked while this ran. */
  function lookups(run: () => void): number {
    const get: (key: string) => unknown = BucketedMap.prototype.get; // eslint-disable-line @typescript-eslint/unbound-method
    let count = 0;
    BucketedMap.prototype.get = function (this: BucketedMap<unknown>, key) {
      count += 1;
      return get.call(this, key);
    };
    try {
      run();
    } finally {
      BucketedMap.prototype.get = get;
    }
    return count;
  }

  const long = roomWith(Array.from({ length: 10_000 }, () => message()));
  const many = Array.from({ length: 10_000 }, (_, index) => roomWith([], { id: `r${index}`, updatedAt: NOON + index }));
  const state = stateAfter(roomsReceived(long, ...many));

  it('costs a few look-ups, however long the room and however many the rooms', () => {
    expect(lookups(() => advance(state, received(message())))).to.be.lessThan(60);
    expect(lookups(() => advance(state, received(message({ roomId: 'r5000' }))))).to.be.lessThan(60);
    expect(lookups(() => advance(state, received(message({ createdAt: NOON - 1 }))))).to.be.lessThan(100);
  });

  it('leaves the room that was there as it was', () => {
    const before = state.messages.get('room-1')?.order.length;
    advance(state, received(message()));
    expect(state.messages.get('room-1')?.order.length).to.equal(before);
  });
});
