import { expect } from '@open-wc/testing';
import type { Message } from '../../src/protocol/model.ts';
import { Broadcasts } from '../../src/session/broadcasts.ts';
import { message } from '../support/fixtures.ts';

function setUp() {
  const delivered: string[][] = [];
  const broadcasts = new Broadcasts((messages: readonly Message[]) => delivered.push(messages.map(({ id }) => id)));
  return { delivered, add: (id: string) => broadcasts.add({ ...message(), id }), broadcasts };
}

describe('Broadcasts', () => {
  it('delivers together what arrives in one turn, in its order', async () => {
    const { delivered, add } = setUp();
    add('1');
    add('2');
    expect(delivered).to.deep.equal([]);
    await Promise.resolve();
    add('3');
    await Promise.resolve();
    expect(delivered).to.deep.equal([['1', '2'], ['3']]);
  });

  it('delivers at once on request, and nothing twice', async () => {
    const { delivered, add, broadcasts } = setUp();
    add('1');
    broadcasts.flush();
    broadcasts.flush();
    add('2');
    await Promise.resolve();
    expect(delivered).to.deep.equal([['1'], ['2']]);
  });

  it('takes what arrives during a delivery for the next one', async () => {
    const delivered: string[][] = [];
    const broadcasts = new Broadcasts((messages) => {
      delivered.push(messages.map(({ id }) => id));
      if (delivered.length === 1) broadcasts.add({ ...message(), id: 'answer' });
    });
    broadcasts.add({ ...message(), id: '1' });
    await new Promise((resolve) => setTimeout(resolve));
    expect(delivered).to.deep.equal([['1'], ['answer']]);
  });
});
