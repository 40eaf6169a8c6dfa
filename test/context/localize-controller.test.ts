import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { LocalizeController } from '../../src/context/localize-controller.ts';
import { en } from '../../src/localization/en.ts';
import { NOON } from '../support/fixtures.ts';
import { mount } from '../support/mount.ts';

class Localized extends LitElement {
  readonly localize = new LocalizeController(this);

  override render(): TemplateResult {
    return html`${this.localize.strings.send}`;
  }
}
customElements.define('test-localized', Localized);

describe('LocalizeController', () => {
  it('gives the texts of the language', async () => {
    const element = await fixture<Localized>(html`<test-localized></test-localized>`);
    expect(element.shadowRoot?.textContent).to.equal(en.send);
  });

  it("lets the page's own wording win, key by key and live", async () => {
    const { element, provider } = await mount<Localized>(html`<test-localized></test-localized>`);
    provider.strings = { send: 'Off you go' };
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).to.equal('Off you go');
    expect(element.localize.strings.cancel).to.equal(en.cancel);
    provider.strings = undefined;
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).to.equal(en.send);
  });

  it('gives the same texts again until the wording is another, so that rows need not be rendered again', async () => {
    const { element, provider } = await mount<Localized>(html`<test-localized></test-localized>`);
    provider.strings = { send: 'Off you go' };
    await element.updateComplete;
    const { strings } = element.localize;
    element.requestUpdate();
    await element.updateComplete;
    expect(element.localize.strings).to.equal(strings);
  });

  it('formats in the language of the nearest lang, across shadow roots', async () => {
    const holder = await fixture<HTMLElement>(html`<div lang="de"></div>`);
    const inner = new Localized();
    holder.attachShadow({ mode: 'open' }).append(inner);
    await inner.updateComplete;
    expect(inner.localize.formats.number(1234.5)).to.equal('1.234,5');
  });

  it('survives a language that no browser knows', async () => {
    const holder = await fixture<HTMLElement>(
      html`<div lang="not a language!"><test-localized></test-localized></div>`,
    );
    const element = holder.querySelector<Localized>('test-localized')!;
    await element.updateComplete;
    expect(element.localize.formats.time(NOON)).to.match(/\d/);
  });
});
