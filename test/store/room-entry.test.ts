import { expect } from '@open-wc/testing';
import type { Message, Room } from '../../src/protocol/model.ts';
import { confirm } from '../../src/store/confirm.ts';
import { afterMessages, afterReading, countNews, toEntry } from '../../src/store/room-entry.ts';
import { NO_MESSAGES, queue } from '../../src/store/room-messages.ts';
import { initialState, type RoomEntry, type RoomMessages } from '../../src/store/state.ts';
import { ada, grace, linus, message, NOON, room } from '../support/fixtures.ts';
import { advance, roomsReceived, stateAfter } from '../support/state-after.ts';

const at = (minutes: number, changes: Partial<Message> = {}): Message =>
  message({ id: `m${minutes}`, createdAt: NOON + minutes, ...changes });
const holding = (...messages: Message[]): RoomMessages => confirm(NO_MESSAGES, messages, ada.id, 'history').messages;
const withOwn = (messages: RoomMessages, createdAt: number): RoomMessages =>
  queue(messages, message({ id: 'key', sender: ada, createdAt }), 'key');
const fresh = (told: Room, messages = NO_MESSAGES, unread = 0, arrivedAt = 0): RoomEntry =>
  toEntry(told, initialState(ada), messages, unread, arrivedAt);

describe('toEntry', () => {
  const cases: [what: string, entry: RoomEntry, activeAt: number][] = [
    ['its last message', fresh(room({ updatedAt: NOON }), holding(at(2), at(1)), 0, 9), NOON + 2],
    ['its own last change, where that is later', fresh(room({ updatedAt: NOON + 5 }), holding(at(2))), NOON + 5],
    ['what was just sent', fresh(room(), withOwn(holding(at(2)), NOON + 7)), NOON + 7],
    ['what was confirmed, where our clock is behind', fresh(room(), withOwn(holding(at(2)), NOON - 7)), NOON + 2],
    ['its arrival, where nothing is known', fresh(room(), NO_MESSAGES, 0, 9), 9],
  ];
  for (const [what, entry, activeAt] of cases) {
    it(`is active as of ${what}`, () => {
      expect(entry.activeAt).to.equal(activeAt);
    });
  }

  it('takes its place in the history from the unread messages of others', () => {
    const messages = holding(at(1), at(2, { sender: ada }), at(3), at(4, { sender: ada }));
    expect(fresh(room(), messages, 0).readKey).to.equal('m4');
    expect(fresh(room(), messages, 1).readKey).to.equal('m2');
    expect(fresh(room(), messages, 2)).to.not.have.property('readKey');
    expect(fresh(room(), withOwn(messages, NOON), 0).readKey).to.equal('m4');
  });

  it('knows the names of participants who are told as bare ids', () => {
    const state = stateAfter({ type: 'contacts-given', contacts: [grace] });
    const bare = (id: string) => ({ id, name: '', email: '' });
    const entry = toEntry(room({ participants: [bare(grace.id), bare('x')] }), state, NO_MESSAGES, 0, 0);
    expect(entry.participants).to.deep.equal([grace, bare('x')]);
  });

  const changes: [what: string, changes: Partial<Room>][] = [
    ['name', { name: 'Other' }],
    ['kind', { isGroup: false }],
    ['time', { updatedAt: NOON + 9 }],
    ['unread count', { unreadCount: 3 }],
    ['participants', { participants: [ada, grace] }],
    ['a name among the participants', { participants: [ada, { ...grace, name: 'Amazing Grace' }, linus] }],
    ['an address among the participants', { participants: [ada, { ...grace, email: 'g@example.org' }, linus] }],
  ];
  for (const [what, changed] of changes) {
    it(`is another entry when the ${what} changed`, () => {
      const state = stateAfter(roomsReceived({ room: room(), messages: [] }));
      const before = state.rooms.byId.get('room-1');
      expect(toEntry(structuredClone(room()), state, NO_MESSAGES, 0, 0)).to.equal(before);
      const after = toEntry(room(changed), state, NO_MESSAGES, 0, 0);
      expect(after).to.not.equal(before);
      expect(after).to.deep.include(changed);
    });
  }
});

describe('afterMessages', () => {
  const before = fresh(room(), holding(at(1)), 2);

  it('counts news and moves with the last message', () => {
    expect(afterMessages(before, holding(at(1), at(5)), 1)).to.include({ unreadCount: 3, activeAt: NOON + 5 });
  });

  it('stays the same when old messages came', () => {
    expect(afterMessages(before, holding(at(-5), at(1)), 0)).to.equal(before);
  });

  it('goes back when the last message is discarded, and not to nothing', () => {
    const state = stateAfter(roomsReceived({ room: room({ updatedAt: NOON }), messages: [] }));
    const key = { roomId: 'room-1', key: 'key' };
    const sent = { ...message({ id: 'key', sender: ada, createdAt: NOON + 60 }), clientId: 'key' };
    const queued = advance(state, { type: 'message-queued', message: sent });
    expect(queued.rooms.byId.get('room-1')?.activeAt).to.equal(NOON + 60);
    const discarded = advance(queued, { type: 'message-discarded', ...key });
    expect(discarded.rooms.byId.get('room-1')?.activeAt).to.equal(NOON);
    expect(afterMessages(before, NO_MESSAGES, 0)).to.equal(before);
  });
});

describe('afterReading', () => {
  const messages = withOwn(holding(at(1), at(2)), NOON);

  it('has read up to the newest confirmed message', () => {
    const read = afterReading(fresh(room(), messages, 2), messages);
    expect(read).to.include({ unreadCount: 0, readKey: 'm2' });
    expect(afterReading(read, messages)).to.equal(read);
  });

  it('stays the same in an empty room', () => {
    const empty = fresh(room());
    expect(afterReading(empty, NO_MESSAGES)).to.equal(empty);
  });
});

describe('countNews', () => {
  const before = holding(at(1), at(5));
  const added = [at(-1), at(2), at(3, { sender: ada }), at(6)].map((each) => ({
    ...each,
    key: each.id,
    status: 'sent' as const,
  }));
  const cases: [what: string, before: RoomMessages, readKey: string | undefined, count: number][] = [
    ['what comes after the last read one', before, 'm1', 2],
    ['what comes after all that was there, where no last read one is known', before, undefined, 1],
    ['the same where the last read one is not there any more', before, 'gone', 1],
    ['all by others in an empty room', NO_MESSAGES, undefined, 3],
  ];
  for (const [what, held, readKey, count] of cases) {
    it(`counts ${what}`, () => {
      expect(countNews(added, held, readKey, ada.id)).to.equal(count);
    });
  }
});
