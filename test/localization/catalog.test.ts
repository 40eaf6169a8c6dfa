import { expect } from '@open-wc/testing';
import { Catalog } from '../../src/localization/catalog.ts';
import { en } from '../../src/localization/en.ts';
import type { Strings } from '../../src/localization/strings.ts';

/** One language, German, whose file fails the first few times. */
function create(failures = 0): { catalog: Catalog; fetched: () => number } {
  let fetched = 0;
  const catalog = new Catalog({
    de: () => {
      fetched += 1;
      if (fetched <= failures) return Promise.reject(new TypeError('Failed to fetch'));
      return Promise.resolve({
        createStrings: ({ say }) => ({ ...en, reconnectingAttempt: (attempt) => say`Versuch ${attempt}` }),
      });
    },
  });
  return { catalog, fetched: () => fetched };
}

/** The texts once they are there; undefined where they did not come. */
async function load(catalog: Catalog, locale: string): Promise<Strings | undefined> {
  catalog.stringsOf(locale);
  await new Promise((resolve) => setTimeout(resolve));
  const strings = catalog.stringsOf(locale);
  return strings === 'loading' ? undefined : strings;
}

describe('Catalog', () => {
  for (const locale of ['de', 'de-AT', 'de-Latn-DE-1996']) {
    it(`finds the language of ${locale}`, async () => {
      expect((await load(create().catalog, locale))?.reconnectingAttempt(3)).to.equal('Versuch 3');
    });
  }

  for (const locale of ['en', 'sv', 'gsw']) {
    it(`has none for ${locale}`, () => {
      expect(create().catalog.stringsOf(locale)).to.equal(undefined);
    });
  }

  const SCRIPTS: readonly [script: string, locales: readonly string[]][] = [
    ['traditional', ['zh-Hant', 'zh-TW', 'zh-HK', 'zh-MO', 'zh-Hant-MY']],
    ['simplified', ['zh', 'zh-CN', 'zh-SG', 'zh-Hans', 'zh-Hans-HK']],
  ];
  for (const [script, locales] of SCRIPTS) {
    it(`has ${script} Chinese for ${locales.join(', ')}`, async () => {
      const chinese = (chat: string) => () => Promise.resolve({ createStrings: () => ({ ...en, chat }) });
      const catalog = new Catalog({ zh: chinese('simplified'), 'zh-Hant': chinese('traditional') });
      for (const locale of locales) expect((await load(catalog, locale))?.chat, locale).to.equal(script);
    });
  }

  it('fetches a language once, however many ask for it', async () => {
    const { catalog, fetched } = create();
    expect([catalog.stringsOf('de'), catalog.stringsOf('de')]).to.deep.equal(['loading', 'loading']);
    expect(await load(catalog, 'de')).to.equal(catalog.stringsOf('de'));
    expect(fetched()).to.equal(1);
  });

  it('writes numbers as each locale of a language does', async () => {
    const { catalog } = create();
    expect((await load(catalog, 'de-DE'))?.reconnectingAttempt(1234)).to.equal('Versuch 1.234');
    expect((await load(catalog, 'de-CH'))?.reconnectingAttempt(1234)).to.match(/^Versuch 1['’]234$/);
  });

  it('fetches again what failed', async () => {
    const { catalog, fetched } = create(1);
    expect(await load(catalog, 'de')).to.equal(undefined);
    expect((await load(catalog, 'de'))?.send).to.equal(en.send);
    expect(fetched()).to.equal(2);
  });

  it('tells when a language is there, and not when it is not, to those who still listen', async () => {
    const { catalog } = create(1);
    const told: string[] = [];
    catalog.listen(() => told.push('first'));
    const release = catalog.listen(() => told.push('second'));
    await load(catalog, 'gsw');
    catalog.stringsOf('de');
    await new Promise((resolve) => setTimeout(resolve));
    expect(told).to.deep.equal([]);
    release();
    await load(catalog, 'de');
    expect(told).to.deep.equal(['first']);
  });
});
