import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { LitElement, nothing, type TemplateResult } from 'lit';
import { EmojiController } from '../../../src/elements/chat-widget-composer/emoji-controller.ts';
import * as emojiModule from '../../../src/elements/chat-widget-emoji-picker/emoji.ts';
import { en } from '../../../src/localization/en.ts';

class WithEmoji extends LitElement {
  loads = 0;
  isOffline = false;
  readonly picked: string[] = [];
  loaded = 0;
  readonly emoji = new EmojiController(this, {
    settings: () => ({ strings: en, storage: undefined, onPick: (char) => this.picked.push(char) }),
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
    expect(host.loaded).to.equal(1);
    expect(texts(host, 'smil')).to.include('😄').and.to.have.length(8);
  });

  it('takes a whole short code for nothing but itself', async () => {
    texts(host, 'cat', true);
    await waitUntil(() => host.loaded);
    expect(texts(host, 'cat', true)).to.deep.equal(['🐱']);
    expect(texts(host, 'ca', true)).to.deep.equal([]);
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
