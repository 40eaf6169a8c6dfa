import { expect } from '@open-wc/testing';
import { deriveId } from '../../src/protocol/derive-id.ts';
import type { Message } from '../../src/protocol/model.ts';
import { countAfter, keptPlace, readPlaceOf } from '../../src/store/reads.ts';
import { NO_MESSAGES } from '../../src/store/room-messages.ts';
import type { Reads, State } from '../../src/store/state.ts';
import { ada, message, NOON, roomWith } from '../support/fixtures.ts';
import { advance, received, roomsReceived, stateAfter } from '../support/state-after.ts';

const at = (minute: number, changes: Partial<Message> = {}): Message =>
  message({ id: `m${minute}`, createdAt: NOON + minute, ...changes });
const place = (minute: number) => ({ id: `m${minute}`, createdAt: NOON + minute });
const restored = (reads: Reads) => ({ type: 'reads-restored' as const, reads });
const placed = (minute: number): Reads => ({ places: new Map([['room-1', place(minute)]]) });
const entry = (state: State) => state.rooms.byId.get('room-1');

describe('countAfter', () => {
  const messages =
    stateAfter(roomsReceived(roomWith([at(1), at(2), at(3, { sender: ada }), at(4)]))).messages.get('room-1') ??
    NO_MESSAGES;
  const cases: readonly (readonly [what: string, place: Parameters<typeof countAfter>[1], count: number])[] = [
    ['everything where there is no place', undefined, 3],
    ['what comes behind it', place(1), 2],
    ['nothing behind the last one', place(4), 0],
    ['what is later than a message that is not there', { id: 'gone', createdAt: NOON + 2.5 }, 1],
    ['from where the message is now, whatever its time was', { id: 'm2', createdAt: 0 }, 1],
    ['nothing when a message without an id of the server is not there', { id: deriveId('gone'), createdAt: 0 }, 0],
  ];
  for (const [what, from, count] of cases) {
    it(`counts ${what}`, () => {
      expect(countAfter(messages, from, ada.id)).to.equal(count);
    });
  }
});

describe('keptPlace', () => {
  it('is that of the room, else that of all others', () => {
    const reads = { ...placed(1), elsewhere: place(2) };
    expect(keptPlace(reads, 'room-1')).to.deep.equal(place(1));
    expect(keptPlace(reads, 'room-2')).to.deep.equal(place(2));
    expect(keptPlace(placed(1), 'room-2')).to.equal(undefined);
  });
});

describe('readPlaceOf', () => {
  it('tells the last message that was read, where it is known', () => {
    const state = stateAfter(roomsReceived(roomWith([at(1)])), received(at(2)));
    expect(readPlaceOf(state, 'room-1')).to.deep.equal(place(1));
    expect(readPlaceOf(advance(state, { type: 'room-read', roomId: 'room-1' }), 'room-1')).to.deep.equal(place(2));
    expect(readPlaceOf(state, 'room-2')).to.equal(undefined);
  });
});

describe('reads-restored', () => {
  const list = roomsReceived(roomWith([at(1), at(2), at(3)]));

  it('counts the same before the rooms are there and after', () => {
    const before = stateAfter(restored(placed(1)), list);
    const after = stateAfter(list, restored(placed(1)));
    for (const state of [before, after]) {
      expect(entry(state)).to.include({ unreadCount: 2, readKey: 'm1' });
      expect(entry(state)).not.to.have.property('isReadAssumed');
      expect(state.rooms.unreadCount).to.equal(2);
    }
  });

  it('knows no better than the person who has read meanwhile', () => {
    const read = stateAfter(list, received(at(4)), { type: 'room-read', roomId: 'room-1' });
    expect(entry(advance(read, restored(placed(1))))?.unreadCount).to.equal(0);
  });

  it('knows no better than the server that counts', () => {
    const told = stateAfter(roomsReceived(roomWith([at(1), at(2)], { unreadCount: 0 })), restored(placed(1)));
    expect(entry(told)?.unreadCount).to.equal(0);
  });

  it('follows what was read on another page, and never back', () => {
    const state = stateAfter(restored(placed(1)), list);
    expect(entry(advance(state, restored(placed(2))))).to.include({ unreadCount: 1, readKey: 'm2' });
    const read = advance(state, { type: 'room-read', roomId: 'room-1' });
    expect(entry(advance(read, restored(placed(2))))?.unreadCount).to.equal(0);
  });
});
