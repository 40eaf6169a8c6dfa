import { expect } from '@open-wc/testing';
import type { Room, User } from '../../src/protocol/model.ts';
import type { Action } from '../../src/store/actions.ts';
import {
  displayName,
  filterPeople,
  filterRooms,
  isOnline,
  isSameRoom,
  knownPeople,
  lastEntry,
  otherParticipant,
  person,
  roomMessages,
  roomTitle,
  totalUnread,
  typists,
} from '../../src/store/selectors.ts';
import type { RoomEntry } from '../../src/store/state.ts';
import { ada, grace, linus, message, NOON, room, roomWith } from '../support/fixtures.ts';
import { advance, received, roomsReceived, stateAfter } from '../support/state-after.ts';

const user = (changes: Partial<User>): User => ({ id: 'x', name: '', email: '', ...changes });
/** As one of many languages may write a list. */
const join = (names: readonly string[]): string => names.join(' & ');
const direct = (participants: readonly User[], name = ''): Room => room({ isGroup: false, participants, name });

describe('displayName', () => {
  it('is the name, else the address, else the id', () => {
    expect(displayName(grace)).to.equal('Grace Hopper');
    expect(displayName(user({ email: 'x@example.org' }))).to.equal('x@example.org');
    expect(displayName(user({}))).to.equal('x');
  });
});

describe('roomTitle', () => {
  const cases: [what: string, room: Room, title: string][] = [
    ['the name of a group', room(), 'Analytical engine'],
    ['those in a group without a name', room({ name: '' }), 'Grace Hopper & Linus Pauling'],
    ['the other person of a direct room, whatever its name', direct([ada, grace], 'Ada Lovelace'), 'Grace Hopper'],
    ['the address of somebody nameless', direct([user({ email: 'x@example.org' }), ada]), 'x@example.org'],
    ['oneself, alone in a direct room', direct([ada]), 'Ada Lovelace'],
    ['the name of a direct room with nobody in it', direct([], 'Left'), 'Left'],
    ['the id, where nothing else is known', room({ name: '', participants: [ada] }), 'room-1'],
  ];
  for (const [what, each, title] of cases) {
    it(`is ${what}`, () => {
      expect(roomTitle(each, ada, join)).to.equal(title);
    });
  }
});

describe('otherParticipant', () => {
  it('is the other person of a direct room, and nobody of a group', () => {
    expect(otherParticipant(direct([ada, grace]), ada)).to.equal(grace);
    expect(otherParticipant(direct([]), ada)).to.equal(undefined);
    expect(otherParticipant(room(), ada)).to.equal(undefined);
  });
});

describe('what is known', () => {
  const last = message();
  const state = stateAfter(
    { type: 'connection-changed', connection: { status: 'online', attempt: 0 } },
    roomsReceived(roomWith([last], { unreadCount: 2 }), roomWith([], { id: 'room-2', unreadCount: 3 })),
    { type: 'presence-received', users: [grace] },
    { type: 'typing-started', user: linus, roomId: 'room-1' },
    { type: 'typing-started', user: grace, roomId: 'room-1' },
  );

  it('of a room: its messages and the last of them, confirmed or not', () => {
    expect(roomMessages(state, 'room-1')).to.equal(state.messages.get('room-1'));
    expect(roomMessages(state, 'x')).to.equal(undefined);
    expect(lastEntry(state, 'room-1')?.id).to.equal(last.id);
    expect(lastEntry(state, 'room-2')).to.equal(undefined);
    expect(lastEntry(state, 'x')).to.equal(undefined);
    const sent = { ...message({ id: 'key', sender: ada, createdAt: NOON }), clientId: 'key' };
    expect(lastEntry(advance(state, { type: 'message-queued', message: sent }), 'room-1')?.key).to.equal('key');
  });

  it('of all rooms: how many messages are unread', () => {
    expect(totalUnread(state)).to.equal(5);
    expect(totalUnread(advance(state, { type: 'room-read', roomId: 'room-2' }))).to.equal(2);
  });

  it('of people: who they are and who is online', () => {
    expect(person(state, grace.id)).to.deep.equal(grace);
    expect(person(state, 'x')).to.equal(undefined);
    expect([isOnline(state, grace.id), isOnline(state, linus.id)]).to.deep.equal([true, false]);
  });

  it('of typing: who, in the order of starting', () => {
    expect(typists(state, 'room-1').map(({ name }) => name)).to.deep.equal(['Linus Pauling', 'Grace Hopper']);
    expect(typists(state, 'room-2')).to.deep.equal([]);
  });

  it('keeps its references while nothing of it changes', () => {
    const later = advance(state, { type: 'draft-changed', roomId: 'room-1', text: 'Dear' });
    expect(typists(later, 'room-1')).to.equal(typists(state, 'room-1'));
    expect(typists(later, 'room-2')).to.equal(typists(state, 'x'));
    expect(knownPeople(later)).to.equal(knownPeople(state));
    expect(filterRooms(later, 'engine', join)).to.equal(filterRooms(state, 'engine', join));
  });
});

describe('isSameRoom', () => {
  const state = stateAfter(roomsReceived(roomWith([message()], { unreadCount: 2 })));
  const roomIn = (...actions: Action[]): RoomEntry | undefined => advance(state, ...actions).rooms.byId.get('room-1');

  it('is it after a message, and after it was read', () => {
    const later = message({ id: 'm-2', createdAt: NOON + 1 });
    expect(isSameRoom(roomIn(), roomIn(received(later)))).to.equal(true);
    expect(isSameRoom(roomIn(), roomIn({ type: 'room-read', roomId: 'room-1' }))).to.equal(true);
  });

  for (const [what, changes] of [
    ['another name', { name: 'Another' }],
    ['another person in it', { participants: [ada] }],
    ['become a group', { isGroup: !room().isGroup }],
  ] satisfies [string, Partial<Room>][]) {
    it(`is not with ${what}`, () => {
      expect(isSameRoom(roomIn(), roomIn(roomsReceived(roomWith([message()], changes))))).to.equal(false);
    });
  }

  it('is none that is not there', () => {
    expect(isSameRoom(roomIn(), undefined)).to.equal(false);
    expect(isSameRoom(undefined, undefined)).to.equal(true);
  });
});

describe('knownPeople', () => {
  it('is everybody else by the name that is shown', () => {
    const contacts = [user({ id: '1', name: 'Émile' }), user({ id: '2', email: 'd@example.org' }), linus, ada, grace];
    const known = knownPeople(stateAfter({ type: 'contacts-given', contacts }));
    expect(known.map(displayName)).to.deep.equal(['d@example.org', 'Émile', 'Grace Hopper', 'Linus Pauling']);
  });

  it('is told apart for two users who know the same people', () => {
    const state = stateAfter({ type: 'contacts-given', contacts: [ada, grace] });
    expect(knownPeople(state)).to.deep.equal([grace]);
    expect(knownPeople({ ...state, self: grace })).to.deep.equal([ada]);
  });
});

describe('filterPeople', () => {
  const people = [
    user({ id: '1', name: 'Émile Zola' }),
    user({ id: '2', email: 'emil@example.org' }),
    user({ id: '33' }),
  ];
  const cases: [query: string, ids: string[]][] = [
    ['EMIL', ['1', '2']],
    [' zola ', ['1']],
    ['example', ['2']],
    ['3', ['33']],
    ['nobody', []],
  ];
  for (const [query, ids] of cases) {
    it(`finds ${ids.length} by ${JSON.stringify(query)}`, () => {
      expect(filterPeople(people, query).map(({ id }) => id)).to.deep.equal(ids);
    });
  }

  it('gives all for an empty query', () => {
    expect(filterPeople(people, ' ')).to.equal(people);
  });
});

describe('filterRooms', () => {
  const state = stateAfter(
    roomsReceived(
      roomWith([message({ body: 'Déjà vu', createdAt: NOON + 3 })], { id: 'a', name: 'Moths' }),
      roomWith([message({ createdAt: NOON + 2 }), message({ roomId: 'b', body: 'nothing' })], {
        id: 'b',
        name: 'Crème brûlée',
      }),
      {
        room: { ...direct([ada, user({ id: 'z', name: 'Łukasz', email: 'luk@example.org' })]), id: 'c' },
        messages: [],
      },
    ),
  );
  const cases: [query: string, ids: string[]][] = [
    ['creme BRULEE', ['b']],
    ['Brûlée', ['b']],
    [' deja ', ['a']],
    ['grace', ['b', 'a']],
    ['łuk', ['c']],
    ['ada', []],
    ['th', ['b', 'a']],
  ];
  for (const [query, ids] of cases) {
    it(`finds ${ids.join(', ') || 'nothing'} by ${JSON.stringify(query)}`, () => {
      expect(filterRooms(state, query, join)).to.deep.equal(ids);
    });
  }

  it('finds a group without a name by the names in its title, as they are written', () => {
    const nameless = stateAfter(roomsReceived(roomWith([], { id: 'd', name: '' })));
    expect(filterRooms(nameless, 'Hopper & Linus', join)).to.deep.equal(['d']);
    expect(filterRooms(nameless, 'Hopper & Linus', (names) => names.join('、'))).to.deep.equal([]);
    expect(filterRooms(nameless, 'hopper、linus', (names) => names.join('、'))).to.deep.equal(['d']);
  });

  it('gives the whole list for an empty query', () => {
    expect(filterRooms(state, ' ', join)).to.equal(state.rooms.order);
  });

  it('follows what changes', () => {
    const later = advance(state, received(message({ roomId: 'c', body: 'Déjà vu, too', createdAt: NOON + 10 ** 9 })));
    expect(filterRooms(later, 'deja', join)).to.deep.equal(['c', 'a']);
    const silenced = advance(later, received(message({ roomId: 'a', body: 'Adieu', createdAt: NOON + 10 ** 9 })));
    expect(filterRooms(silenced, 'deja', join)).to.deep.equal(['c']);
  });
});
