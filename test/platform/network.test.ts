import { expect } from '@open-wc/testing';
import { browserNetwork } from '../../src/platform/network.ts';

describe('browserNetwork', () => {
  it('says what the device believes', () => {
    expect(browserNetwork.online).to.equal(navigator.onLine);
  });

  it('tells when the device changes its mind until it is told to stop', () => {
    let told = 0;
    const stop = browserNetwork.subscribe(() => (told += 1));
    dispatchEvent(new Event('online'));
    dispatchEvent(new Event('offline'));
    stop();
    dispatchEvent(new Event('online'));
    expect(told).to.equal(2);
  });
});
