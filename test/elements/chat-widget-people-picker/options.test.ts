import { expect } from '@open-wc/testing';
import { isSamePerson, typedPeople } from '../../../src/elements/chat-widget-people-picker/options.ts';
import type { User } from '../../../src/protocol/model.ts';
import { grace, linus } from '../../support/fixtures.ts';

const user = (changes: Partial<User>): User => ({ id: '', name: '', email: '', ...changes });

describe('typedPeople', () => {
  const cases: readonly (readonly [typed: string, expected: readonly string[]])[] = [
    ['', []],
    ['   ', []],
    ['mary@example.org', ['email']],
    ['Mary Somerville', ['name']],
    ['Mary', ['name', 'id']],
    ['61010d7ce4c9786a417b4199', ['id', 'name']],
    ['7', ['id', 'name']],
    ['@mary', ['name', 'id']],
    ['mary @ home', ['name']],
  ];
  for (const [typed, expected] of cases) {
    it(`takes ${JSON.stringify(typed)} for ${expected.join(', then ') || 'nobody'}`, () => {
      expect(typedPeople(typed, []).map(({ by }) => by)).to.eql(expected);
    });
  }

  it('carries what was typed in the one field that it is, without the spaces around', () => {
    expect(typedPeople(' mary@example.org ', [])).to.eql([{ by: 'email', user: user({ email: 'mary@example.org' }) }]);
    expect(typedPeople('Mary S', [])).to.eql([{ by: 'name', user: user({ name: 'Mary S' }) }]);
    expect(typedPeople('m7', [])[0]).to.eql({ by: 'id', user: user({ id: 'm7' }) });
  });

  it('offers nobody who is on the list already', () => {
    const known = [grace, linus];
    expect(typedPeople('GRACE@example.org', known)).to.eql([]);
    expect(typedPeople('grace hopper', known)).to.eql([]);
    expect(typedPeople(grace.id, known).map(({ by }) => by)).to.eql(['name']);
  });
});

describe('isSamePerson', () => {
  const cases: readonly (readonly [string, User, User, boolean])[] = [
    ['one id', user({ id: '1', name: 'A' }), user({ id: '1', name: 'B' }), true],
    ['two ids, one name', user({ id: '1', name: 'A' }), user({ id: '2', name: 'A' }), false],
    ['an address with and without an id', user({ email: 'A@x.org' }), user({ id: '2', email: 'a@x.org' }), true],
    ['two addresses, one name', user({ email: 'a@x.org', name: 'A' }), user({ email: 'b@x.org', name: 'A' }), false],
    ['a name with and without an id', user({ name: 'ada' }), user({ id: '2', name: 'Ada' }), true],
    ['an id and a name', user({ id: '1' }), user({ name: '1' }), false],
    ['nothing at all', user({}), user({}), false],
  ];
  for (const [what, a, b, expected] of cases) {
    it(`${expected ? 'joins' : 'parts'} ${what}`, () => {
      expect(isSamePerson(a, b)).to.equal(expected);
      expect(isSamePerson(b, a)).to.equal(expected);
    });
  }
});
