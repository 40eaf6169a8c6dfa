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

  it('has the browser ask before the page is left, as long as it is needed', () => {
    const isAsked = (): boolean => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(isAsked()).to.equal(false);
    const stop = browserPage.askBeforeLeaving();
    const stopAnother = browserPage.askBeforeLeaving();
    expect(isAsked()).to.equal(true);
    stop();
    expect(isAsked()).to.equal(true);
    stopAnother();
    stopAnother();
    expect(isAsked()).to.equal(false);
  });
});
