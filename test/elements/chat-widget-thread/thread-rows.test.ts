import { expect } from '@open-wc/testing';
import { threadRows, unreadStart, withOlderUnread } from '../../../src/elements/chat-widget-thread/thread-rows.ts';
import type { Message } from '../../../src/protocol/model.ts';
import type { RoomEntry, RoomMessages } from '../../../src/store/state.ts';
import { ada, grace, linus, message, roomWith } from '../../support/fixtures.ts';
import { FakeSession } from '../../support/fake-session.ts';

const MINUTE = 60_000;
/** Noon where the tests run: days are those of the reader. */
const START = new Date(2026, 4, 4, 12).getTime();

function roomOf(messages: readonly Message[], unreadCount = 0): { room: RoomEntry; messages: RoomMessages } {
  const session = new FakeSession();
  session.dispatch({ type: 'rooms-received', rooms: [roomWith(messages, { unreadCount })] });
  const room = session.state.rooms.byId.get('room-1');
  const roomMessages = session.state.messages.get('room-1');
  if (!room || !roomMessages) throw new Error('There is no such room.');
  return { room, messages: roomMessages };
}

const say = (id: string, minute: number, sender = grace): Message =>
  message({ id, sender, createdAt: START + minute * MINUTE });

/** `+` for a row that continues a group, `|` before the first of a day, `!` before the first unread one, `~` behind a gap. */
function sketch(messages: RoomMessages, from = 0, to = messages.order.length, unread?: string): string {
  return threadRows(messages, from, to, unread)
    .map(
      ({ entry, startsDay, startsUnread, followsGap, continued }) =>
        `${followsGap ? '~' : ''}${startsDay ? '|' : ''}${startsUnread ? '!' : ''}${continued ? '+' : ''}${entry.id}`,
    )
    .join(' ');
}

describe('threadRows', () => {
  const cases: readonly [what: string, messages: readonly Message[], sketch: string][] = [
    ['puts messages of one author together', [say('a', 0), say('b', 1), say('c', 2)], '|a +b +c'],
    ['begins a group with each author', [say('a', 0), say('b', 1, linus), say('c', 2)], '|a b c'],
    ['keeps a group over a gap of five minutes', [say('a', 0), say('b', 5)], '|a +b'],
    ['ends a group after more than that', [say('a', 0), say('b', 5.01)], '|a b'],
    ['measures the gap from message to message', [say('a', 0), say('b', 4), say('c', 8)], '|a +b +c'],
    ['begins a day after midnight, within a group too', [say('a', 719), say('b', 721)], '|a |b'],
    ['begins one day only once', [say('a', 0), say('b', 60), say('c', 60 * 26)], '|a b |c'],
  ];
  for (const [what, given, expected] of cases) {
    it(what, () => {
      expect(sketch(roomOf(given).messages)).to.equal(expected);
    });
  }

  it('looks at the message before the window, so that a window may begin anywhere', () => {
    const { messages } = roomOf([say('a', 0), say('b', 1), say('c', 2)]);
    expect(sketch(messages, 1, 3)).to.equal('+b +c');
  });

  it('ends a group where messages may be missing, before a confirmed one only', () => {
    const { messages } = roomOf([say('a', 0), say('b', 1)]);
    expect(sketch({ ...messages, gaps: new Set(['a', 'b']) })).to.equal('|a ~b');
    expect(sketch({ ...messages, gaps: new Set(['a']) }, 1, 2)).to.equal('~b');
    const pending = [...messages.entries].map(
      ([key, entry]) => [key, { ...entry, status: 'pending' as const }] as const,
    );
    expect(sketch({ ...messages, entries: new Map(pending), gaps: new Set(['a']) })).to.equal('|a +b');
  });

  it('marks the beginning of a room that was empty when the connection was lost', () => {
    const { messages } = roomOf([say('a', 0), say('b', 1)]);
    expect(sketch({ ...messages, gaps: new Set(['']) })).to.equal('~|a +b');
  });

  it('ends a group at the first unread message', () => {
    const { messages } = roomOf([say('a', 0), say('b', 1), say('c', 2)]);
    expect(sketch(messages, 0, 3, 'b')).to.equal('|a !b +c');
  });

  it('has no rows for an empty window', () => {
    const { messages } = roomOf([]);
    expect(sketch(messages)).to.equal('');
  });
});

describe('unreadStart', () => {
  const find = ({ room, messages }: ReturnType<typeof roomOf>): string | undefined =>
    unreadStart(room, messages, ada.id).key;
  const four = [say('a', 0), say('b', 1), say('c', 2), say('d', 3)];

  it('is none when all was read, or nothing is known', () => {
    expect(find(roomOf(four))).to.equal(undefined);
    expect(unreadStart(undefined, undefined, ada.id).key).to.equal(undefined);
  });

  it('is the one after the last that was read', () => {
    expect(find(roomOf(four, 2))).to.equal('c');
  });

  it('is the first of all when none was read', () => {
    expect(find(roomOf(four, 4))).to.equal('a');
  });

  it('is never an own message', () => {
    const { room, messages } = roomOf([say('a', 0), say('b', 1, ada), say('c', 2)], 1);
    expect(unreadStart({ ...room, readKey: 'a' }, messages, ada.id).key).to.equal('c');
  });

  it('is counted from the end where the last read message is not known here', () => {
    const { room, messages } = roomOf([say('a', 0), say('b', 1), say('c', 2, ada), say('d', 3)], 2);
    expect(unreadStart({ ...room, readKey: 'gone' }, messages, ada.id).key).to.equal('b');
  });

  it('is the first that is here when more are unread than are here', () => {
    const { room, messages } = roomOf(four, 4);
    expect(unreadStart({ ...room, readKey: 'gone', unreadCount: 99 }, messages, ada.id).key).to.equal('a');
  });

  it('moves up by as many as were missing when older ones come, and never to an own one', () => {
    const { room, messages } = roomOf(four, 4);
    const start = unreadStart({ ...room, readKey: 'gone', unreadCount: 6 }, messages, ada.id);
    expect(start).to.deep.equal({ key: 'a', missing: 2 });
    const older = [say('w', -4), say('x', -3), say('y', -2, ada), say('z', -1)];
    expect(withOlderUnread(start, roomOf([...older, ...four]).messages, ada.id)).to.deep.equal({
      key: 'x',
      missing: 0,
    });
    expect(withOlderUnread(start, roomOf([...older.slice(3), ...four]).messages, ada.id)).to.deep.equal({
      key: 'z',
      missing: 1,
    });
  });
});
