import { expect } from '@open-wc/testing';
import type { Room, User } from '../../src/protocol/model.ts';
import { failCreation, forgetCreation, fulfil, startCreation } from '../../src/store/room-creations.ts';
import { initialState, type RoomCreation } from '../../src/store/state.ts';
import { ada, grace, linus, room } from '../support/fixtures.ts';

const NONE = initialState().roomCreations;
const FAILURE = { message: 'No.' };
const group = { name: 'Moths', participants: [grace, linus], isGroup: true };
const direct = { name: '', participants: [grace], isGroup: false };
const start = (...wishes: (typeof group)[]) =>
  wishes.reduce((all, wish, index) => startCreation(all, `wish-${index}`, wish), NONE);
const statuses = (creations: typeof NONE) => [...creations.values()].map(({ status }) => status);
const told = (changes: Partial<Room>): Room => room({ id: 'new', name: 'Moths', ...changes });

describe('a wished room', () => {
  const typedIn = (changes: Partial<User>): User => ({ id: '', name: '', email: '', ...changes });
  const cases: [what: string, wish: typeof group, room: Partial<Room>, isFulfilled: boolean][] = [
    ['the same group', group, {}, true],
    ['the group without its creator among the wished', { ...group, participants: [ada, linus, grace] }, {}, true],
    ['the group with its name trimmed and escaped', { ...group, name: ' Tom & Jo ' }, { name: 'Tom &amp; Jo' }, true],
    ['a group with another name', group, { name: 'Bugs' }, false],
    ['a group that was wished without a name', { ...group, name: ' ' }, { name: 'Grace, Linus' }, true],
    ['a group with one more', group, { participants: [ada, grace, linus, { ...ada, id: 'x' }] }, false],
    ['a group with one less', group, { participants: [ada, grace] }, false],
    ['a direct room with the members of the group', group, { isGroup: false }, false],
    ['the direct room, whatever its name', direct, { isGroup: false, participants: [grace, ada] }, true],
    ['a direct room with somebody else', direct, { isGroup: false, participants: [linus, ada] }, false],
    ['a group of the same two', direct, { participants: [grace, ada] }, false],
    [
      'somebody told twice',
      { ...direct, participants: [grace, grace] },
      { isGroup: false, participants: [ada, grace] },
      true,
    ],
    [
      'somebody whose name and address the server knows better',
      { ...direct, participants: [{ ...grace, name: 'G.', email: 'g@example.org' }] },
      { isGroup: false, participants: [ada, grace] },
      true,
    ],
    [
      'somebody typed in by address, in other capitals',
      { ...direct, participants: [typedIn({ email: 'grace@example.org' })] },
      { isGroup: false, participants: [ada, { ...grace, email: 'Grace@Example.org' }] },
      true,
    ],
    [
      'somebody typed in by address',
      { ...direct, participants: [typedIn({ email: 'GRACE@example.org' })] },
      { isGroup: false, participants: [ada, grace] },
      true,
    ],
    [
      'somebody typed in by another address',
      { ...direct, participants: [typedIn({ email: 'g@example.org', name: grace.name })] },
      { isGroup: false, participants: [ada, grace] },
      false,
    ],
    [
      'somebody typed in by name',
      { ...direct, participants: [typedIn({ name: grace.name })] },
      { isGroup: false, participants: [ada, grace] },
      true,
    ],
    [
      'nobody for somebody nameless',
      { ...direct, participants: [typedIn({ id: 'x' })] },
      { isGroup: false, participants: [ada, { ...grace, name: '' }] },
      false,
    ],
  ];
  for (const [what, wish, changes, isFulfilled] of cases) {
    it(`is ${isFulfilled ? '' : 'not '}${what}`, () => {
      const before = start(wish);
      const after = fulfil(before, told(changes), ada.id);
      const expected: Partial<RoomCreation> = isFulfilled
        ? { status: 'created', roomId: 'new' }
        : { status: 'pending' };
      expect(after.get('wish-0')).to.deep.equal({ ...wish, ...expected });
      if (!isFulfilled) expect(after).to.equal(before);
    });
  }

  it('fulfils one wish only, the oldest pending one', () => {
    const once = fulfil(failCreation(start(group, group, group), 'wish-0', FAILURE), told({}), ada.id);
    expect(statuses(once)).to.deep.equal(['failed', 'created', 'pending']);
    expect(statuses(fulfil(once, told({ id: 'next' }), ada.id))).to.deep.equal(['failed', 'created', 'created']);
  });

  it('heals one that failed for want of an answer', () => {
    const healed = fulfil(failCreation(start(group), 'wish-0', FAILURE), told({}), ada.id);
    expect(healed.get('wish-0')).to.deep.equal({ ...group, status: 'created', roomId: 'new' });
  });

  it('fails only while it is pending', () => {
    const failed = failCreation(start(group), 'wish-0', FAILURE);
    expect(failed.get('wish-0')).to.deep.equal({ ...group, status: 'failed', failure: FAILURE });
    expect(failCreation(failed, 'wish-0', { message: 'Again.' })).to.equal(failed);
    expect(failCreation(failed, 'nobody', FAILURE)).to.equal(failed);
  });

  it('is forgotten', () => {
    const both = start(group, group);
    expect([...forgetCreation(both, 'wish-0').keys()]).to.deep.equal(['wish-1']);
    expect(forgetCreation(both, 'nobody')).to.equal(both);
  });
});
