import { expect } from '@open-wc/testing';
import { segmentGraphemes } from '../../src/localization/graphemes.ts';

describe('segmentGraphemes', () => {
  it('keeps together what a reader sees as one sign', () => {
    const signs = Array.from(segmentGraphemes('e\u0301👩‍👩‍👧🇩🇪कि!'), ({ segment }) => segment);
    expect(signs).to.deep.equal(['e\u0301', '👩‍👩‍👧', '🇩🇪', 'कि', '!']);
  });
});
