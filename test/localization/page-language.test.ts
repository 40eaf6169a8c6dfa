import { expect, fixture, html } from '@open-wc/testing';
import { localeOf, watchLanguage } from '../../src/localization/page-language.ts';

/** Observers are told in a microtask. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** An element in a shadow root in a shadow root in an element of the page. */
async function nest(): Promise<{ page: HTMLElement; outer: HTMLElement; inner: HTMLElement }> {
  const page = await fixture<HTMLElement>(html`<div><div></div></div>`);
  const outer = document.createElement('div');
  const inner = document.createElement('div');
  page.firstElementChild!.attachShadow({ mode: 'open' }).append(outer);
  outer.attachShadow({ mode: 'closed' }).append(inner);
  return { page, outer, inner };
}

describe('localeOf', () => {
  const CASES: readonly [lang: string, locale: string][] = [
    ['de', 'de'],
    ['DE-at', 'de-AT'],
    ['pt-BR', 'pt-BR'],
    ['pt_BR', 'pt-BR'],
    ['zh-Hans-CN', 'zh-Hans-CN'],
    ['iw', 'he'],
    ['x-klingon', 'en'],
    ['not a language!', 'en'],
  ];
  for (const [lang, locale] of CASES) {
    it(`reads ${lang} as ${locale}`, async () => {
      expect(localeOf(await fixture(html`<p lang=${lang}></p>`))).to.equal(locale);
    });
  }

  it('is that of the nearest lang, across shadow roots', async () => {
    const { page, outer, inner } = await nest();
    page.lang = 'fr';
    expect(localeOf(inner)).to.equal('fr');
    outer.lang = 'de';
    expect(localeOf(inner)).to.equal('de');
    inner.lang = 'it';
    expect(localeOf(inner)).to.equal('it');
  });

  it("is the browser's where the page says nothing", async () => {
    const { lang } = document.documentElement;
    document.documentElement.lang = '';
    expect(localeOf(await fixture(html`<p></p>`))).to.equal(navigator.language);
    document.documentElement.lang = lang;
  });
});

describe('watchLanguage', () => {
  it('tells of each lang around the element, however many shadow roots away', async () => {
    const { page, outer, inner } = await nest();
    let isTold = false;
    const unwatch = watchLanguage(inner, () => (isTold = true));
    const change = async (element: HTMLElement, lang: string): Promise<boolean> => {
      isTold = false;
      element.lang = lang;
      await settled();
      return isTold;
    };
    for (const element of [inner, outer, page, document.documentElement]) {
      const before = element.lang;
      expect(await change(element, 'fr'), element.outerHTML).to.equal(true);
      expect(await change(element, before), element.outerHTML).to.equal(true);
    }
    unwatch();
    expect(await change(page, 'de')).to.equal(false);
  });

  it('has one observer a root, and none when nobody listens', async () => {
    // That of the document lives as long as the page.
    watchLanguage(document.body, () => {})();
    const original = window.MutationObserver;
    let observing = 0;
    window.MutationObserver = class extends original {
      override observe(...args: Parameters<MutationObserver['observe']>): void {
        observing += 1;
        super.observe(...args);
      }
      override disconnect(): void {
        observing -= 1;
        super.disconnect();
      }
    };
    try {
      const { outer, inner } = await nest();
      const roots = [outer, inner];
      for (let round = 0; round < 3; round += 1) {
        const unwatch = [...roots, ...roots].map((element) => watchLanguage(element, () => {}));
        expect(observing).to.equal(2);
        for (const each of unwatch) each();
        expect(observing).to.equal(0);
      }
    } finally {
      window.MutationObserver = original;
    }
  });
});
