import { expect } from '@open-wc/testing';
import { addNotice, dismissNotice } from '../../src/store/notices.ts';
import type { Notice } from '../../src/store/state.ts';

const add = (...messages: string[]): readonly Notice[] =>
  messages.reduce<readonly Notice[]>((all, message, index) => addNotice(all, `id-${index}`, { message }), []);

describe('notices', () => {
  it('count the same error in a row under its first id', () => {
    expect(add('a', 'a', 'b', 'a', 'a', 'a').map(({ id, count }) => [id, count])).to.deep.equal([
      ['id-0', 2],
      ['id-2', 1],
      ['id-3', 3],
    ]);
  });

  it('tell errors with the same words and other codes apart', () => {
    const one = addNotice([], '1', { message: 'No.', code: 'a' });
    expect(addNotice(one, '2', { message: 'No.', code: 'b' })).to.have.length(2);
    expect(addNotice(one, '2', { message: 'No.', code: 'a', event: 'x' })[0]).to.include({ id: '1', count: 2 });
  });

  it('are the last five', () => {
    expect(
      add('a', 'b', 'c', 'd', 'e', 'f', 'g')
        .map(({ error }) => error.message)
        .join(''),
    ).to.equal('cdefg');
  });

  it('go when they are dismissed', () => {
    const all = add('a', 'b');
    expect(dismissNotice(all, 'id-0')).to.deep.equal([all[1]]);
    expect(dismissNotice(all, 'nobody')).to.equal(all);
  });
});
