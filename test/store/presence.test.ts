import { expect } from '@open-wc/testing';
import { forgetPresence, receivePresence } from '../../src/store/presence.ts';
import { initialState } from '../../src/store/state.ts';
import { ada, grace, linus } from '../support/fixtures.ts';

const UNKNOWN = initialState().presence;

describe('presence', () => {
  it('is the last list, whole', () => {
    const first = receivePresence(UNKNOWN, [ada, grace]);
    expect(first.known).to.equal(true);
    expect([...first.online]).to.deep.equal([ada.id, grace.id]);
    expect([...receivePresence(first, [linus]).online]).to.deep.equal([linus.id]);
  });

  it('stays the same for the same people in another order', () => {
    const first = receivePresence(UNKNOWN, [ada, grace]);
    expect(receivePresence(first, [grace, ada])).to.equal(first);
    expect(receivePresence(first, [grace, linus])).to.not.equal(first);
    expect(receivePresence(first, [ada])).to.not.equal(first);
  });

  it('is known even if nobody is online', () => {
    expect(receivePresence(UNKNOWN, []).known).to.equal(true);
  });

  it('remembers when somebody left, also while it is not known who is there', () => {
    const first = receivePresence(UNKNOWN, [ada, grace], 1000);
    const second = receivePresence(first, [ada], 2000);
    expect([...second.leftAt]).to.deep.equal([[grace.id, 2000]]);
    const later = receivePresence(forgetPresence(second), [linus], 3000);
    expect([...later.leftAt]).to.deep.equal([[grace.id, 2000]]);
    expect([...receivePresence(later, [grace], 4000).leftAt.keys()]).to.deep.equal([grace.id, linus.id]);
  });

  it('is forgotten once', () => {
    const forgotten = forgetPresence(receivePresence(UNKNOWN, [ada]));
    expect(forgotten.known).to.equal(false);
    expect(forgotten.online.size).to.equal(0);
    expect(forgetPresence(forgotten)).to.equal(forgotten);
  });
});
