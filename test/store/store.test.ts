import { expect } from '@open-wc/testing';
import type { Action } from '../../src/store/actions.ts';
import { initialState } from '../../src/store/state.ts';
import { Store } from '../../src/store/store.ts';
import { ada } from '../support/fixtures.ts';
import { reportedErrors } from '../support/reported-errors.ts';

const draft = (text: string): Action => ({ type: 'draft-changed', roomId: 'room-1', text });

describe('Store', () => {
  it('tells each change once, and nothing when nothing changed', () => {
    const store = new Store(initialState(ada));
    let told = 0;
    store.subscribe(() => (told += 1));
    store.dispatch(draft('a'));
    store.dispatch(draft('a'));
    expect(told).to.equal(1);
    expect(store.state.drafts.get('room-1')).to.equal('a');
  });

  it('tells the same function twice when it subscribed twice, and no more after it unsubscribed', () => {
    const store = new Store(initialState(ada));
    let told = 0;
    const listener = (): void => {
      told += 1;
    };
    const first = store.subscribe(listener);
    store.subscribe(listener);
    store.dispatch(draft('a'));
    expect(told).to.equal(2);
    first();
    first();
    store.dispatch(draft('b'));
    expect(told).to.equal(3);
  });

  it('tells nobody who was unsubscribed by a listener before', () => {
    const store = new Store(initialState(ada));
    let told = 0;
    store.subscribe(() => {
      stop();
    });
    const stop = store.subscribe(() => (told += 1));
    store.dispatch(draft('a'));
    expect(told).to.equal(0);
  });

  it('allows a listener to dispatch', () => {
    const store = new Store(initialState(ada));
    store.subscribe(() => {
      if (store.state.drafts.get('room-1') === 'a') store.dispatch(draft('b'));
    });
    store.dispatch(draft('a'));
    expect(store.state.drafts.get('room-1')).to.equal('b');
  });

  it('lets no listener that throws keep the others from knowing', async () => {
    const store = new Store(initialState(ada));
    let told = 0;
    store.subscribe(() => {
      throw new Error('from a listener');
    });
    store.subscribe(() => (told += 1));
    const reported = await reportedErrors(() => {
      store.dispatch(draft('a'));
    });
    expect([told, reported.length]).to.deep.equal([1, 1]);
  });
});
