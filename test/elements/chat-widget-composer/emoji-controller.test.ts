import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { LitElement, nothing, type TemplateResult } from 'lit';
import { EmojiController } from '../../../src/elements/chat-widget-composer/emoji-controller.ts';
import * as emojiModule from '../../../src/elements/chat-widget-emoji-picker/emoji.ts';
import { en } from '../../../src/localization/en.ts';
import { FakeDevice } from '../../support/fake-device.ts';

class WithEmoji extends LitElement {
  loads = 0;
  locale = 'en';
  readonly storage = new FakeDevice().storage('local', 'somebody');
  isOffline = false;
  readonly picked: string[] = [];
  loaded = 0;
  readonly emoji = new EmojiController(this, {
    person: () => ({ locale: this.locale, storage: this.storage }),
    settings: () => ({ strings: en, onPick: (char) => this.picked.push(char) }),
    onLoad: () => this.loaded++,
    onBeforeToggle: () => {},
    onToggle: () => {},
    load: () => {
      this.loads++;
      return this.isOffline ? Promise.reject(new TypeError('offline')) : Promise.resolve(emojiModule);
    },
  });

  override render(): TemplateResult {
    return html`${this.emoji.picker ?? nothing}`;
  }
}
customElements.define('test-with-emoji', WithEmoji);

const texts = (host: WithEmoji, code: string, isWhole = false): string[] =>
  host.emoji.suggest(code, isWhole).map(({ text }) => text);

describe('EmojiController', () => {
  let host: WithEmoji;

  beforeEach(async () => {
    host = await fixture<WithEmoji>(html`<test-with-emoji></test-with-emoji>`);
  });

  it('fetches nothing by itself', () => {
    expect(host.loads).to.equal(0);
    expect(host.emoji.picker).to.equal(undefined);
  });

  it('fetches when a short code is begun, once, and tells when it knows more', async () => {
    expect(texts(host, 'smi')).to.deep.equal([]);
    expect(texts(host, 'smil')).to.deep.equal([]);
    await waitUntil(() => host.loaded);
    expect(host.loads).to.equal(1);
    expect(texts(host, 'smil')).to.include('😄').and.to.have.length(8);
  });

  it('takes a whole short code for nothing but itself', async () => {
    texts(host, 'cat', true);
    await waitUntil(() => host.loaded);
    expect(texts(host, 'cat', true)).to.deep.equal(['🐱']);
    expect(texts(host, 'ca', true)).to.deep.equal([]);
  });

  it('takes a name in the language of its host for a short code, whole or begun, beside English', async () => {
    host.locale = 'de';
    texts(host, 'pizza');
    await waitUntil(() => texts(host, 'elefan').length > 0);
    expect(texts(host, 'elefan')).to.deep.equal(['🐘']);
    expect(texts(host, 'elephan')).to.include('🐘');
    expect(texts(host, 'elefant', true)).to.deep.equal(['🐘']);
    host.locale = 'fr';
    host.requestUpdate();
    await host.updateComplete;
    await waitUntil(() => texts(host, 'grenouille').length > 0);
    expect(texts(host, 'grenouille')[0]).to.equal('🐸');
  });

  it('shows the name and the short code of what it suggests', async () => {
    host.locale = 'de';
    texts(host, 'pizza');
    await waitUntil(() => texts(host, 'elefan').length > 0);
    const [suggestion] = host.emoji.suggest('elefan', false);
    const shown = await fixture<HTMLElement>(html`<div>${suggestion?.content}</div>`);
    expect([...shown.children].map(({ textContent }) => textContent)).to.deep.equal(['🐘', 'Elefant', ':elephant:']);
  });

  it('suggests in the skin tone of the person, also before the panel was open', async () => {
    await host.storage.set('emoji skin tone', 3);
    texts(host, 'wave', true);
    await waitUntil(() => texts(host, 'wave', true)[0] === '👋🏽');
    await host.emoji.open();
    expect(host.emoji.picker?.shadowRoot?.querySelector('.tone')?.textContent).to.equal('✋🏽');
  });

  it('opens the panel, with what its host gives it', async () => {
    await host.emoji.open();
    const { picker } = host.emoji;
    expect(picker?.matches(':popover-open')).to.equal(true);
    expect(picker?.shadowRoot?.querySelector('input')?.placeholder).to.equal(en.searchEmoji);
    picker?.shadowRoot?.querySelector<HTMLElement>('.grid button')?.click();
    expect(host.picked).to.have.length(1);
  });

  it('opens nothing when its host has gone meanwhile', async () => {
    const opened = host.emoji.open();
    host.remove();
    await opened;
    expect(document.querySelector(':popover-open')).to.equal(null);
  });

  it('says that they could not be fetched, and tries again when they are wanted again', async () => {
    host.isOffline = true;
    await host.emoji.open();
    expect(host.emoji.hasFailed).to.equal(true);
    host.isOffline = false;
    await host.emoji.open();
    expect(host.emoji.hasFailed).to.equal(false);
    expect(host.emoji.picker?.matches(':popover-open')).to.equal(true);
  });

  it('says nothing when only a short code was begun', async () => {
    host.isOffline = true;
    texts(host, 'smi');
    await waitUntil(() => host.loads);
    await host.updateComplete;
    expect(host.emoji.hasFailed).to.equal(false);
  });
});
