import { expect } from '@open-wc/testing';
import { directRoomWith, problemsOf, type RoomWish } from '../../../src/elements/chat-widget-room-dialog/room-wish.ts';
import { ada, grace, linus, room } from '../../support/fixtures.ts';
import { stateAfter, roomsReceived } from '../../support/state-after.ts';

const complete: RoomWish = { isGroup: true, name: 'Engine', people: [grace], pendingText: '' };

describe('problemsOf', () => {
  const cases: readonly (readonly [string, Partial<RoomWish>, readonly string[]])[] = [
    ['a complete group', {}, []],
    ['a complete direct room', { isGroup: false, name: '' }, []],
    ['a group without a name', { name: '  ' }, ['groupNameMissing']],
    ['a group without people', { people: [] }, ['membersMissing']],
    ['a group without anything', { name: '', people: [] }, ['groupNameMissing', 'membersMissing']],
    ['a direct room with nobody', { isGroup: false, name: '', people: [] }, ['recipientMissing']],
    ['a name that was typed and not chosen', { people: [], pendingText: 'gra' }, ['personPending']],
    ['one that was typed beside others', { pendingText: 'gra' }, ['personPending']],
  ];
  for (const [what, changes, expected] of cases) {
    it(`finds ${expected.join(' and ') || 'nothing'} in ${what}`, () => {
      expect(problemsOf({ ...complete, ...changes }).map(({ sentence }) => sentence)).to.eql(expected);
    });
  }
});

describe('directRoomWith', () => {
  const { rooms } = stateAfter(
    roomsReceived(
      { room: room({ id: 'group', participants: [ada, grace, linus] }), messages: [] },
      { room: room({ id: 'direct', isGroup: false, participants: [ada, grace] }), messages: [] },
    ),
  );
  const find = (person: typeof ada): string | undefined => directRoomWith(rooms.byId.values(), person);

  it('finds the direct room with somebody, never a group', () => {
    expect(find(grace)).to.equal('direct');
    expect(find(linus)).to.equal(undefined);
  });

  it('finds it by the address of somebody who was typed in, and never by a name alone', () => {
    expect(find({ id: '', name: '', email: grace.email })).to.equal('direct');
    expect(find({ id: '', name: grace.name, email: '' })).to.equal(undefined);
    expect(find({ id: 'other', name: grace.name, email: grace.email })).to.equal(undefined);
  });
});
