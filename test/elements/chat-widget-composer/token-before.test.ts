import { expect } from '@open-wc/testing';
import { tokenBefore } from '../../../src/elements/chat-widget-composer/token-before.ts';

const CASES: readonly [text: string, trigger: '@' | ':' | undefined, query?: string][] = [
  ['', undefined],
  ['@', '@', ''],
  ['@gr', '@', 'gr'],
  ['Hello @Grace Ho', '@', 'Grace Ho'],
  ['(@gr', '@', 'gr'],
  ['你好@小', '@', '小'],
  ['line\n@gr', '@', 'gr'],
  ['@gr\n', undefined],
  ['grace@example', undefined],
  ['a.b@example', undefined],
  ['@ada and @gr', '@', 'gr'],
  [':', undefined],
  [':D', undefined],
  [':sm', ':', 'sm'],
  ['Hi :smile_c', ':', 'smile_c'],
  [':+1', ':', '+1'],
  [':-D', undefined],
  [':-DD', undefined],
  [':_x', undefined],
  ['10:30', undefined],
  ['https://ex', undefined],
  ['so: yes', undefined],
  ['a :smile b', undefined],
  ['@ada :sm', ':', 'sm'],
  ['so :läch', ':', 'läch'],
  [':दिल', ':', 'दिल'],
  [':قلب', ':', 'قلب'],
  ['ملاحظة:نص', undefined],
  ['हि:नम', undefined],
  ['für:ab', undefined],
  ['größ:ab', undefined],
  ['你好 :猫', ':', '猫'],
  ['(:笑脸', ':', '笑脸'],
  ['你好:笑脸', undefined],
  [':책', ':', '책'],
  [':ש', undefined],
];

describe('tokenBefore', () => {
  for (const [text, trigger, query] of CASES) {
    it(`finds ${trigger ? `${trigger} with “${query}”` : 'nothing'} at the end of ${JSON.stringify(text)}`, () => {
      const token = tokenBefore(text);
      expect(token?.trigger).to.equal(trigger);
      expect(token?.query).to.equal(query);
      if (token) expect(text.slice(token.start)).to.equal(`${token.trigger}${token.query}`);
    });
  }

  it('knows a whole short code by its second colon', () => {
    expect(tokenBefore(':smile')?.isClosed).to.equal(false);
    expect(tokenBefore(':smile:')).to.deep.equal({ trigger: ':', query: 'smile', start: 0, isClosed: true });
  });

  it('says where it begins in a long text', () => {
    const before = 'word '.repeat(10_000);
    expect(tokenBefore(`${before}@gr`)?.start).to.equal(before.length);
  });

  it('takes no half of what is too long for a name', () => {
    expect(tokenBefore(`@${'x'.repeat(100)}`)).to.equal(undefined);
  });
});
