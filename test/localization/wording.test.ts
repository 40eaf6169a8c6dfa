import { expect } from '@open-wc/testing';
import { createWording } from '../../src/localization/wording.ts';

/** As it is seen: what isolates, made visible. */
const seen = (text: string): string => text.replace('\u2068', '[').replace('\u2069', ']');

describe('createWording', () => {
  it('puts a number into the form that it takes, as its locale writes it', () => {
    const { plural } = createWording('en-IN');
    const forms = { one: '# new message', other: '# new messages' };
    expect(plural(1, forms)).to.equal('1 new message');
    expect(plural(123_456, forms)).to.equal('1,23,456 new messages');
  });

  it('writes numbers in a sentence as the locale does', () => {
    expect(createWording('de').say`Versuch ${1234}`).to.equal('Versuch 1.234');
    expect(createWording('ar-EG').say`المحاولة ${3}`).to.equal('المحاولة ٣');
  });

  const { say } = createWording('en');
  const ISOLATED: readonly [what: string, text: string, expected: string][] = [
    ['leaves a name alone that goes the way of the sentence', say`${'Ada'} is typing…`, 'Ada is typing…'],
    ['isolates an Arabic name in an English sentence', say`${'مريم'} is typing…`, '[مريم] is typing…'],
    ['isolates a name with one Hebrew word', say`Message ${'Ada לוי'}`, 'Message [Ada לוי]'],
    ['isolates an English name in an Arabic sentence', say`${'Ada'} يكتب…`, '[Ada] يكتب…'],
    ['has no isolate around nothing', say`رسالة${''}`, 'رسالة'],
  ];
  for (const [what, text, expected] of ISOLATED) {
    it(what, () => {
      expect(seen(text)).to.equal(expected);
    });
  }

  it('keeps the order of several values', () => {
    expect(say`${'Ada'}, ${2} and ${'Grace'}`).to.equal('Ada, 2 and Grace');
  });
});
