import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { LocalizeController } from '../../src/context/localize-controller.ts';
import { Catalog, type LanguageFile } from '../../src/localization/catalog.ts';
import { en } from '../../src/localization/en.ts';
import { NOON } from '../support/fixtures.ts';
import { mount, textOf } from '../support/mount.ts';

/** A language file that comes, or fails, when the test says so. */
class Delivery {
  readonly send: string;
  fetched = 0;
  deliver = (): void => {};
  fail = (): void => {};

  constructor(send: string) {
    this.send = send;
  }

  readonly file: LanguageFile = () => {
    this.fetched += 1;
    return new Promise((resolve, reject) => {
      this.deliver = () => {
        resolve({ createStrings: () => ({ ...en, send: this.send }) });
      };
      this.fail = () => {
        reject(new TypeError('Failed to fetch'));
      };
    });
  };
}

let catalog: Catalog;
let german: Delivery;
let french: Delivery;

class Localized extends LitElement {
  readonly localize = new LocalizeController(this, catalog);
  /** What was seen, one entry a render. */
  readonly seen: string[] = [];

  override render(): TemplateResult {
    const { strings, formats } = this.localize;
    this.seen.push(`${strings.send} ${formats.number(1234.5)}`);
    return html`${strings.send}`;
  }
}
customElements.define('test-localized', Localized);

const ENGLISH = 'Send 1,234.5';
const GERMAN = 'Senden 1.234,5';

/** All that follows from what was done: observers, loads and renders are microtasks. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function place(lang: string): Promise<{ holder: HTMLElement; element: Localized }> {
  const holder = await fixture<HTMLElement>(html`<div lang=${lang}><test-localized></test-localized></div>`);
  const element = holder.querySelector<Localized>('test-localized')!;
  await element.updateComplete;
  return { holder, element };
}

describe('LocalizeController', () => {
  beforeEach(() => {
    german = new Delivery('Senden');
    french = new Delivery('Envoyer');
    catalog = new Catalog({ de: german.file, fr: french.file });
  });

  describe("the page's own wording", () => {
    it('wins, key by key and live', async () => {
      const { element, provider } = await mount<Localized>(html`<test-localized></test-localized>`);
      provider.strings = { send: 'Off you go' };
      await element.updateComplete;
      expect(textOf(element.shadowRoot)).to.equal('Off you go');
      expect(element.localize.strings.cancel).to.equal(en.cancel);
      provider.strings = undefined;
      await element.updateComplete;
      expect(textOf(element.shadowRoot)).to.equal(en.send);
    });

    it('gives the same texts again until it is another, so that rows need not be rendered again', async () => {
      const { element, provider } = await mount<Localized>(html`<test-localized></test-localized>`);
      provider.strings = { send: 'Off you go' };
      await element.updateComplete;
      const { strings } = element.localize;
      element.requestUpdate();
      await element.updateComplete;
      expect(element.localize.strings).to.equal(strings);
    });

    it('wins over a language that comes later', async () => {
      const { element, provider } = await mount<Localized>(html`<test-localized lang="de"></test-localized>`);
      provider.strings = { cancel: 'Lieber nicht' };
      german.deliver();
      await settled();
      expect(element.localize.strings).to.include({ send: 'Senden', cancel: 'Lieber nicht' });
    });
  });

  describe('the language', () => {
    it('is English until it is there, then changes once', async () => {
      const { element } = await place('de');
      await settled();
      expect(element.seen).to.deep.equal([ENGLISH]);
      german.deliver();
      await settled();
      expect(element.seen).to.deep.equal([ENGLISH, GERMAN]);
    });

    it('is there from the first render on once somebody has fetched it', async () => {
      await place('de');
      german.deliver();
      await settled();
      expect((await place('de')).element.seen).to.deep.equal([GERMAN]);
    });

    it('is fetched once for all elements', async () => {
      const elements = [await place('de'), await place('de')];
      german.deliver();
      await settled();
      expect(german.fetched).to.equal(1);
      for (const { element } of elements) expect(element.seen.at(-1)).to.equal(GERMAN);
    });

    it('stays English where it cannot be fetched, and is asked for again by the next element, for all', async () => {
      const first = await place('de');
      german.fail();
      await settled();
      expect(first.element.seen).to.deep.equal([ENGLISH]);
      const second = await place('de');
      german.deliver();
      await settled();
      expect(german.fetched).to.equal(2);
      for (const { element } of [first, second]) expect(element.seen).to.deep.equal([ENGLISH, GERMAN]);
    });

    it('is English with the formats of its own where there are no texts in it', async () => {
      const { element } = await place('sv');
      expect(element.seen).to.deep.equal(['Send 1\u00a0234,5']);
    });

    it('is English where lang is no language at all', async () => {
      const { element } = await place('not a language!');
      expect(element.seen).to.deep.equal([ENGLISH]);
      expect(element.localize.formats.time(NOON)).to.match(/\d/);
    });
  });

  describe('a lang that changes', () => {
    it('is followed live, on an ancestor and on the element itself', async () => {
      const { holder, element } = await place('en');
      holder.lang = 'de';
      await settled();
      german.deliver();
      await settled();
      expect(textOf(element.shadowRoot)).to.equal('Senden');
      element.lang = 'en';
      await settled();
      expect(textOf(element.shadowRoot)).to.equal(en.send);
      element.removeAttribute('lang');
      await settled();
      expect(textOf(element.shadowRoot)).to.equal('Senden');
    });

    it('keeps what is shown until the new language is there', async () => {
      const { holder, element } = await place('de');
      german.deliver();
      await settled();
      holder.lang = 'fr';
      await settled();
      expect(textOf(element.shadowRoot)).to.equal('Senden');
      french.deliver();
      await settled();
      expect(textOf(element.shadowRoot)).to.equal('Envoyer');
    });

    it('makes a language that comes too late stay away', async () => {
      const { holder, element } = await place('de');
      holder.lang = 'fr';
      await settled();
      french.deliver();
      await settled();
      german.deliver();
      await settled();
      expect(textOf(element.shadowRoot)).to.equal('Envoyer');
    });

    it('renders nothing again where the language is the same', async () => {
      const { holder, element } = await place('en');
      holder.parentElement!.lang = 'fr';
      await settled();
      expect(element.seen).to.deep.equal([ENGLISH]);
    });

    it('is found by an element that is moved to it', async () => {
      const { element } = await place('en');
      const { holder } = await place('de');
      german.deliver();
      await settled();
      holder.append(element);
      await element.updateComplete;
      expect(textOf(element.shadowRoot)).to.equal('Senden');
    });
  });
});
