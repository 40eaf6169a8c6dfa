import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { ChatWidgetEmojiPicker } from '../../../src/elements/chat-widget-emoji-picker/chat-widget-emoji-picker.ts';
import { en } from '../../../src/localization/en.ts';
import type { KeyedStorage } from '../../../src/platform/storage.ts';
import { FakeDevice } from '../../support/fake-device.ts';

interface Opened {
  readonly picker: ChatWidgetEmojiPicker;
  readonly picked: string[];
}

async function open(storage?: KeyedStorage, dir = 'ltr'): Promise<Opened> {
  const place = await fixture(html`<div dir=${dir} style="--_cw-rem: 16px; --_cw-space: 4px"></div>`);
  const picker = new ChatWidgetEmojiPicker();
  const picked: string[] = [];
  Object.assign(picker, { strings: en, storage, onPick: (char: string) => picked.push(char) });
  place.append(picker);
  await show(picker);
  return { picker, picked };
}

async function show(picker: ChatWidgetEmojiPicker): Promise<void> {
  picker.showPopover();
  await waitUntil(() => picker.shadowRoot?.activeElement, 'it has no focus');
}

const isShown = (picker: Element): boolean => picker.matches(':popover-open');
const focused = ({ shadowRoot }: Element): Element | null | undefined => shadowRoot?.activeElement;
const all = (picker: Element, selector: string): HTMLElement[] => [
  ...(picker.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const one = (picker: Element, selector: string): HTMLElement => {
  const [found] = all(picker, selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
};
const shown = (picker: Element): string[] =>
  all(picker, '.grid button')
    .filter((button) => button.checkVisibility())
    .map(({ textContent }) => textContent);

describe('chat-widget-emoji-picker', () => {
  describe('accessibility', () => {
    it('is accessible with all emoji, with what was found and with nothing found', async () => {
      const { picker } = await open();
      // They are all alike, and too many to look at each.
      for (const alike of all(picker, '.grid button:nth-child(n + 9)')) alike.remove();
      await expect(picker).to.be.accessible();
      await sendKeys({ type: 'cat' });
      await expect(picker).to.be.accessible();
      await sendKeys({ type: 'xyz' });
      await expect(picker).to.be.accessible();
    });

    it('leaves the name of an emoji to the screen reader, which knows it in each language', async () => {
      const { picker } = await open();
      const [button] = all(picker, '.grid button');
      expect(button?.getAttributeNames()).not.to.include.members(['aria-label']);
      expect(button?.textContent).to.equal('😀');
    });

    it('has three stops of the Tab key', async () => {
      const { picker } = await open();
      const stops = [...all(picker, 'button, input')].filter(({ tabIndex }) => tabIndex === 0);
      expect(stops.map(({ localName }) => localName)).to.deep.equal(['input', 'button', 'button']);
    });

    it('says how many were found', async () => {
      const { picker } = await open();
      await sendKeys({ type: 'pizza' });
      expect(one(picker, '[role=status]').textContent).to.equal(en.emojiFound(shown(picker).length));
      await sendKeys({ type: 'xyz' });
      expect(one(picker, '[role=status]').textContent).to.equal('No emoji found');
      expect(one(picker, '[role=status]').offsetHeight).to.be.above(10);
    });
  });

  describe('properties', () => {
    it('takes its texts anew when the language is another', async () => {
      const { picker } = await open();
      picker.hidePopover();
      picker.strings = { ...en, searchEmoji: 'Suchen', emojiGroups: { ...en.emojiGroups, food: 'Essen' } };
      await show(picker);
      expect(one(picker, 'input').getAttribute('aria-label')).to.equal('Suchen');
      expect(all(picker, '[role=group]').map(({ ariaLabel }) => ariaLabel)).to.include('Essen');
    });

    it('has the recent ones first, from the device', async () => {
      const storage = new FakeDevice().storage('local', 'somebody');
      await storage.set('recent emoji', ['🐱', '🍕', 'no emoji']);
      const { picker } = await open(storage);
      await waitUntil(() => shown(picker)[0] === '🐱', 'nothing was restored');
      expect(shown(picker).slice(0, 3)).to.deep.equal(['🐱', '🍕', '😀']);
      expect(one(picker, '[role=group]').ariaLabel).to.equal(en.emojiGroups.recent);
    });

    it('has no group for recent ones while there are none', async () => {
      const { picker } = await open();
      expect(shown(picker)[0]).to.equal('😀');
      expect(one(picker, '[data-group=recent]').checkVisibility()).to.equal(false);
    });
  });

  describe('picking', () => {
    it('happens by a click; then it is closed, and the emoji is among the recent ones', async () => {
      const { picker, picked } = await open();
      all(picker, '.grid button')[3]?.click();
      expect(picked).to.deep.equal(['😁']);
      expect(isShown(picker)).to.equal(false);
      await show(picker);
      expect(shown(picker).slice(0, 2)).to.deep.equal(['😁', '😀']);
    });

    it('happens by Enter in the search: the first one found', async () => {
      const { picker, picked } = await open();
      await sendKeys({ type: 'pizza' });
      await sendKeys({ press: 'Enter' });
      expect(picked).to.deep.equal(['🍕']);
      await show(picker);
      expect(one(picker, 'input')).to.have.property('value', '');
      expect(shown(picker).length).to.be.above(1800);
    });

    it('does not happen by Enter before something is sought, or while a word is composed', async () => {
      const { picker, picked } = await open();
      await sendKeys({ press: 'Enter' });
      await sendKeys({ type: 'cat' });
      const composing = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
      one(picker, 'input').dispatchEvent(composing);
      expect(picked).to.deep.equal([]);
      expect(isShown(picker)).to.equal(true);
    });

    it('shows the short code of what is pointed at', async () => {
      const { picker } = await open();
      await sendKeys({ press: 'ArrowDown' });
      expect(one(picker, '.preview').textContent).to.equal('😀 :grinning:');
    });
  });

  describe('keyboard', () => {
    const walks: readonly [dir: string, keys: readonly string[], index: number][] = [
      ['ltr', ['ArrowDown'], 0],
      ['ltr', ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowLeft'], 1],
      ['rtl', ['ArrowDown', 'ArrowLeft', 'ArrowLeft', 'ArrowRight'], 1],
      ['ltr', ['ArrowDown', 'ArrowLeft'], 0],
      ['ltr', ['ArrowDown', 'ArrowRight', 'ArrowDown'], 9],
      ['rtl', ['ArrowDown', 'ArrowLeft', 'ArrowDown'], 9],
      ['ltr', ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp'], 8],
      ['ltr', ['ArrowDown', 'End', 'Home'], 0],
    ];
    for (const [dir, keys, index] of walks) {
      it(`leads to emoji ${index} by ${keys.join(', ')} in ${dir}`, async () => {
        const { picker } = await open(undefined, dir);
        for (const press of keys) await sendKeys({ press });
        expect(all(picker, '.grid button').indexOf(focused(picker) as HTMLElement)).to.equal(index);
      });
    }

    it('crosses from one group into the next', async () => {
      const { picker } = await open();
      const smileys = all(picker, '#smileys button');
      smileys.at(-1)?.focus();
      await sendKeys({ press: 'ArrowDown' });
      expect(focused(picker)?.closest('#people')).not.to.equal(null);
      await sendKeys({ press: 'ArrowUp' });
      expect(focused(picker)?.closest('#smileys')).not.to.equal(null);
    });

    it('reaches each group by the bar', async () => {
      const { picker } = await open();
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'ArrowRight' });
      await sendKeys({ press: 'ArrowRight' });
      expect(focused(picker)?.ariaLabel).to.equal(en.emojiGroups.nature);
      await sendKeys({ press: 'Enter' });
      const list = one(picker, '.list').getBoundingClientRect();
      expect(one(picker, '#nature').getBoundingClientRect().top).to.be.closeTo(list.top, 1);
    });

    it('closes by Escape, which closes nothing else', async () => {
      const { picker } = await open();
      let isPrevented: boolean | undefined;
      picker.addEventListener('keydown', ({ defaultPrevented }) => (isPrevented = defaultPrevented));
      await sendKeys({ press: 'Escape' });
      expect(isShown(picker)).to.equal(false);
      expect(isPrevented).to.equal(true);
    });
  });

  describe('size', () => {
    afterEach(() => setViewport({ width: 800, height: 600 }));

    for (const [width, height] of [
      [320, 480],
      [390, 700],
      [900, 800],
    ] as const) {
      it(`shows no scroll bar across, and targets of 24 pixels, at ${width} × ${height}`, async () => {
        await setViewport({ width, height });
        const { picker } = await open();
        const { clientWidth, scrollWidth } = one(picker, '.list');
        expect(scrollWidth).to.equal(clientWidth);
        for (const button of all(picker, '.tabs button:not([hidden]), #food button')) {
          const box = button.getBoundingClientRect();
          expect(Math.min(box.width, box.height)).to.be.at.least(24);
        }
      });
    }
  });

  it('leaves nothing behind when it is removed while it is open', async () => {
    const { picker } = await open();
    picker.remove();
    expect(isShown(picker)).to.equal(false);
    expect(document.querySelector(':popover-open')).to.equal(null);
  });
});
