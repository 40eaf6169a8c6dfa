import { expect } from '@open-wc/testing';
import { diagnose } from '../../src/context/diagnose.ts';
import { reduce } from '../../src/store/reducer.ts';
import { initialState } from '../../src/store/state.ts';
import { ada, message, roomWith } from '../support/fixtures.ts';

describe('diagnose', () => {
  it('counts, and tells nothing that is private', () => {
    let state = reduce(initialState(ada), {
      type: 'rooms-received',
      rooms: [roomWith([message({ body: 'private' })])],
    });
    const own = { ...message({ id: 'key', sender: ada, body: 'private too' }), clientId: 'key' };
    state = reduce(state, { type: 'message-queued', message: own });
    const error = { code: 'unauthorized', message: 'token of ada@example.org is wrong' };
    state = reduce(state, { type: 'connection-changed', connection: { status: 'unauthorized', attempt: 2, error } });
    const diagnostics = diagnose(state);
    expect(diagnostics).to.deep.equal({
      status: 'unauthorized',
      attempt: 2,
      errorCode: 'unauthorized',
      capabilities: [],
      rooms: 1,
      messages: 2,
      unconfirmed: 1,
    });
    expect(JSON.stringify(diagnostics)).to.not.match(/private|ada|token/i);
  });
});
