import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { putRooms, replaceRooms } from '../../src/store/rooms.ts';
import { initialState, type RoomEntry } from '../../src/store/state.ts';
import { room } from '../support/fixtures.ts';

const EMPTY = initialState().rooms;
const entry = (id: string, activeAt: number, unreadCount = 0): RoomEntry => ({
  ...room({ id }),
  activeAt,
  unreadCount,
});
const listed = (...entries: RoomEntry[]) => replaceRooms(EMPTY, new Map(entries.map((each) => [each.id, each])));

const entries = fc.array(
  fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.nat(4), fc.nat(3)).map((args) => entry(...args)),
);

describe('putRooms', () => {
  it('keeps the list sorted and the sum right, whatever changes together', () => {
    fc.assert(
      fc.property(fc.array(entries), (changes) => {
        let rooms = EMPTY;
        for (const changed of changes) {
          const once = [...new Map(changed.map((each) => [each.id, each])).values()];
          rooms = putRooms(rooms, once);
        }
        const shown = rooms.order.map((id) => rooms.byId.get(id));
        const activity = shown.map((each) => each?.activeAt ?? NaN);
        expect(activity).to.deep.equal([...activity].sort((a, b) => b - a));
        expect(new Set(rooms.order).size).to.equal(rooms.byId.size);
        expect(rooms.order).to.have.length(rooms.byId.size);
        expect(rooms.unreadCount).to.equal(shown.reduce((sum, each) => sum + (each?.unreadCount ?? 0), 0));
      }),
    );
  });

  it('puts a room before those that were active at the same time', () => {
    const rooms = putRooms(listed(entry('a', 5), entry('b', 3)), [entry('b', 5)]);
    expect(rooms.order).to.deep.equal(['b', 'a']);
  });

  it('keeps the order where it is right already, and everything where nothing changed', () => {
    const before = listed(entry('a', 5), entry('b', 3));
    const after = putRooms(before, [entry('a', 9, 2)]);
    expect(after.order).to.equal(before.order);
    expect(after.unreadCount).to.equal(2);
    expect(after.byId.get('b')).to.equal(before.byId.get('b'));
    expect(putRooms(after, [...after.byId.values()])).to.equal(after);
  });
});

describe('replaceRooms', () => {
  it('sorts by activity, equally active rooms as the server gave them', () => {
    expect(listed(entry('b', 1), entry('a', 1), entry('c', 2)).order).to.deep.equal(['c', 'b', 'a']);
  });

  it('is loaded from then on, also when there is no room', () => {
    expect(EMPTY.loaded).to.equal(false);
    const none = listed();
    expect(none).to.deep.include({ loaded: true, order: [], unreadCount: 0 });
    expect(replaceRooms(none, new Map())).to.equal(none);
  });

  it('counts anew and forgets what is missing', () => {
    const before = listed(entry('a', 2, 3), entry('b', 1, 4));
    const after = replaceRooms(before, new Map([['b', entry('b', 1, 5)]]));
    expect(after).to.deep.include({ order: ['b'], unreadCount: 5 });
    expect(after.byId.has('a')).to.equal(false);
  });

  it('keeps the order of rooms of which only something else changed', () => {
    const before = listed(entry('a', 2), entry('b', 1));
    const after = replaceRooms(before, new Map([...before.byId, ['b', entry('b', 1, 5)]]));
    expect(after.order).to.equal(before.order);
    expect(after.byId.get('a')).to.equal(before.byId.get('a'));
  });
});
