import { expect } from '@open-wc/testing';
import { changeDraft } from '../../src/store/drafts.ts';

const one: ReadonlyMap<string, string> = new Map([['a', 'Dear']]);

describe('changeDraft', () => {
  it('keeps a text for each room', () => {
    const two = changeDraft(one, 'b', 'Hello');
    expect([...changeDraft(two, 'a', 'Dear me')]).to.deep.equal([
      ['a', 'Dear me'],
      ['b', 'Hello'],
    ]);
    expect([...one]).to.deep.equal([['a', 'Dear']]);
  });

  it('has no entry for an empty text', () => {
    expect(changeDraft(one, 'a', '').size).to.equal(0);
  });

  it('stays the same for the same text', () => {
    expect(changeDraft(one, 'a', 'Dear')).to.equal(one);
    expect(changeDraft(one, 'b', '')).to.equal(one);
  });
});
