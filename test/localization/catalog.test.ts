import { expect } from '@open-wc/testing';
import { Catalog } from '../../src/localization/catalog.ts';
import { en } from '../../src/localization/en.ts';

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

describe('Catalog', () => {
  for (const locale of ['de', 'de-AT', 'de-Latn-DE-1996']) {
    it(`finds the language of ${locale}`, async () => {
      const strings = await create().catalog.stringsOf(locale);
      expect(strings?.reconnectingAttempt(3)).to.equal('Versuch 3');
    });
  }

  for (const locale of ['en', 'sv', 'gsw']) {
    it(`has none for ${locale}`, () => {
      expect(create().catalog.stringsOf(locale)).to.equal(undefined);
    });
  }

  it('has its texts at once when they were fetched before, the same ones for all', async () => {
    const { catalog, fetched } = create();
    const [first, second] = await Promise.all([catalog.stringsOf('de'), catalog.stringsOf('de')]);
    expect(first).to.equal(second);
    expect(catalog.stringsOf('de')).to.equal(first);
    expect(fetched()).to.equal(1);
  });

  it('writes numbers as each locale of a language does', async () => {
    const { catalog } = create();
    const write = async (locale: string): Promise<string | undefined> =>
      (await catalog.stringsOf(locale))?.reconnectingAttempt(1234);
    expect(await write('de-DE')).to.equal('Versuch 1.234');
    expect(await write('de-CH')).to.match(/^Versuch 1['’]234$/);
  });

  it('fetches again what failed', async () => {
    const { catalog, fetched } = create(1);
    expect(await catalog.stringsOf('de')).to.equal(undefined);
    expect((await catalog.stringsOf('de'))?.send).to.equal(en.send);
    expect(fetched()).to.equal(2);
  });
});
