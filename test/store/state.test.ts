import { expect } from '@open-wc/testing';
import { initialState, withSlices } from '../../src/store/state.ts';
import { ada } from '../support/fixtures.ts';

describe('initialState', () => {
  it('is that of a person who has done nothing yet, or of nobody', () => {
    expect(initialState(ada).self).to.equal(ada);
    expect(initialState().self.id).to.equal('');
    expect(initialState().connection).to.deep.equal({ status: 'idle', attempt: 0 });
    expect(initialState().rooms.loaded).to.equal(false);
    expect(initialState().presence.known).to.equal(false);
  });

  it('is shared by no two sessions', () => {
    expect(initialState().drafts).to.not.equal(initialState().drafts);
  });
});

describe('withSlices', () => {
  const state = initialState(ada);

  it('replaces slices and keeps the others', () => {
    const drafts = new Map([['room-1', 'Dear']]);
    expect(withSlices(state, { drafts })).to.deep.equal({ ...state, drafts });
    expect(withSlices(state, { drafts, typing: state.typing }).typing).to.equal(state.typing);
    expect(state.drafts.size).to.equal(0);
  });

  it('is the same state when no slice is another', () => {
    expect(withSlices(state, { drafts: state.drafts, typing: state.typing })).to.equal(state);
    expect(withSlices(state, {})).to.equal(state);
  });
});
