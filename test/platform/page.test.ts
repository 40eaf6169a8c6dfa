import { expect } from '@open-wc/testing';
import { browserPage, type PageMoment } from '../../src/platform/page.ts';

describe('browserPage', () => {
  it('knows whether it is visible', () => {
    expect(browserPage.visible).to.equal(document.visibilityState === 'visible');
  });

  it('tells what happens to the page until it is told to stop', () => {
    const told: PageMoment[] = [];
    const stop = browserPage.subscribe((moment) => told.push(moment));
    const expected = browserPage.visible ? 'visible' : 'hidden';
    document.dispatchEvent(new Event('visibilitychange'));
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    stop();
    document.dispatchEvent(new Event('visibilitychange'));
    expect(told).to.deep.equal([expected, 'frozen', 'restored']);
  });
});
