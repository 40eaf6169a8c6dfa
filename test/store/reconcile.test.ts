import { expect } from '@open-wc/testing';
import type { Message } from '../../src/protocol/model.ts';
import { findEchoed, isSameText, type Origin } from '../../src/store/reconcile.ts';
import type { MessageEntry } from '../../src/store/state.ts';
import { ada, grace, message, NOON } from '../support/fixtures.ts';

const HOUR = 3_600_000;

const own = (key: string, changes: Partial<MessageEntry> = {}): MessageEntry => ({
  ...message({ sender: ada, body: 'Hi', createdAt: NOON }),
  id: key,
  key,
  clientId: key,
  status: 'pending',
  departure: { withClientId: false },
  ...changes,
});
const echo = (changes: Partial<Message> = {}): Message =>
  message({ sender: ada, body: 'Hi', createdAt: NOON, ...changes });
const found = (answer: Message, sent: readonly MessageEntry[], origin: Origin = 'broadcast'): string | undefined =>
  findEchoed(answer, sent, ada.id, origin)?.key;

describe('findEchoed', () => {
  const failed = own('failed', { status: 'failed' });
  const cases: [what: string, answer: Message, sent: readonly MessageEntry[], expected: string | undefined][] = [
    ['goes by the client id first', echo({ clientId: 'b' }), [own('a'), own('b', { body: 'as it was' })], 'b'],
    [
      'goes by our key as its id, also where it tells nobody',
      echo({ id: 'b', sender: { id: '', name: '', email: '' } }),
      [own('a'), own('b')],
      'b',
    ],
    ['takes an unknown client id for none', echo({ clientId: 'stranger' }), [own('a')], 'a'],
    ['goes by the text, the oldest first', echo(), [own('x', { body: 'Ho' }), own('a'), own('b')], 'a'],
    ['takes a pending one before a failed one', echo(), [failed, own('b')], 'b'],
    ['heals a failed one where none is pending', echo(), [failed, own('b', { body: 'Ho' })], 'failed'],
    ['leaves another type alone', echo({ type: 'OTHER' }), [own('a')], undefined],
    ['leaves another text alone', echo({ body: 'Hey' }), [own('a')], undefined],
    ['leaves what somebody else says alone', echo({ sender: grace, clientId: 'a' }), [own('a')], undefined],
  ];
  for (const [what, answer, sent, expected] of cases) {
    it(what, () => {
      expect(found(answer, sent)).to.equal(expected);
    });
  }

  it('knows that old history answers nothing that was sent later', () => {
    const old = echo({ createdAt: NOON - HOUR });
    expect(found(old, [own('a')], 'history')).to.equal(undefined);
    expect(found(old, [own('later'), own('before', { createdAt: NOON - HOUR })], 'history')).to.equal('before');
  });

  it('allows for clocks that differ', () => {
    expect(found(echo({ createdAt: NOON - 60_000 }), [own('a')], 'history')).to.equal('a');
  });

  it('asks no clock about what is live', () => {
    expect(found(echo({ createdAt: NOON - 9 * HOUR }), [own('a')])).to.equal('a');
  });
});

describe('a message that departed', () => {
  const newest = { id: 'm', createdAt: NOON };
  const after = own('a', { createdAt: NOON + 48 * HOUR, departure: { after: newest, withClientId: false } });
  const withId = own('a', { departure: { withClientId: true } });
  const { departure: _, ...never } = own('a');

  const cases: [what: string, answer: Message, sent: MessageEntry, origin: Origin, isEcho: boolean][] = [
    [
      'is answered by what comes after the newest one then, whatever the clocks',
      echo({ createdAt: NOON + 1 }),
      after,
      'history',
      true,
    ],
    ['is answered by what comes in the same moment', echo({ createdAt: NOON }), after, 'history', true],
    ['is not answered by what was there before', echo({ createdAt: NOON - 1 }), after, 'history', false],
    ['is not answered by the newest one then', echo({ id: 'm', createdAt: NOON }), after, 'history', false],
    ['is answered live by what has been overtaken', echo({ createdAt: NOON - 59_000 }), after, 'broadcast', true],
    ['is not answered live by what is older than that', echo({ createdAt: NOON - 61_000 }), after, 'broadcast', false],
    ['is answered by its words where no client id is told', echo(), withId, 'broadcast', true],
    ['under a client id is not answered by another one', echo({ clientId: 'b' }), withId, 'broadcast', false],
    ['never is not answered by its words, live', echo(), never, 'broadcast', false],
    ['never is not answered by its words, in history', echo({ createdAt: NOON + HOUR }), never, 'history', false],
    ['never is answered by its key all the same', echo({ clientId: 'a' }), never, 'broadcast', true],
  ];
  for (const [what, answer, sent, origin, isEcho] of cases) {
    it(what, () => {
      expect(found(answer, [sent], origin)).to.equal(isEcho ? 'a' : undefined);
    });
  }
});

describe('isSameText', () => {
  const same: [told: string, own: string][] = [
    ['a &lt; b &amp;&amp; c &gt; &quot;d&quot;', 'a < b && c > "d"'],
    ['it&#39;s', "it's"],
    ['it&#039;s', "it's"],
    ['it&#x27;s', "it's"],
    ['it&apos;s', "it's"],
    ['Hi', '  Hi \n'],
    [' &lt;b&gt;', '<b> '],
    ['&lt;', '&lt;'],
    ['&amp;lt;', '&lt;'],
    [' &lt; ', '&lt;'],
    ['&lt;', ' &lt; '],
  ];
  for (const [told, text] of same) {
    it(`takes ${JSON.stringify(told)} for ${JSON.stringify(text)}`, () => {
      expect(isSameText(told, text)).to.equal(true);
    });
  }

  const other: [told: string, own: string][] = [
    ['&lt;', '&gt;'],
    ['<', '&lt;'],
    ['&constructor;', 'constructor'],
    ['hi', 'Hi'],
  ];
  for (const [told, text] of other) {
    it(`keeps ${JSON.stringify(told)} and ${JSON.stringify(text)} apart`, () => {
      expect(isSameText(told, text)).to.equal(false);
    });
  }
});
