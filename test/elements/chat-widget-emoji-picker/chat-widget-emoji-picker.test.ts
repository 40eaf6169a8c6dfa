import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { ChatWidgetEmojiPicker } from '../../../src/elements/chat-widget-emoji-picker/chat-widget-emoji-picker.ts';
import { PersonalEmoji } from '../../../src/elements/chat-widget-emoji-picker/personal-emoji.ts';
import { en } from '../../../src/localization/en.ts';
import { FakeDevice } from '../../support/fake-device.ts';

interface Opened {
  readonly picker: ChatWidgetEmojiPicker;
  readonly person: PersonalEmoji;
  readonly picked: string[];
}

async function open(settings: Partial<Pick<PersonalEmoji, 'locale' | 'storage'>> = {}, dir = 'ltr'): Promise<Opened> {
  const place = await fixture(html`<div dir=${dir} style="--_cw-rem: 16px; --_cw-space: 4px"></div>`);
  const person = Object.assign(new PersonalEmoji(), settings);
  const picker = new ChatWidgetEmojiPicker();
  const picked: string[] = [];
  Object.assign(picker, { person, strings: en, onPick: (char: string) => picked.push(char) });
  place.append(picker);
  await show(picker);
  return { picker, person, picked };
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

    it('names each emoji in the language of the person', async () => {
      const { picker } = await open({ locale: 'de' });
      await waitUntil(() => one(picker, '.grid button').ariaLabel === 'grinsendes Gesicht', 'it is not named');
      expect(all(picker, '.grid button').filter(({ ariaLabel }) => !ariaLabel)).to.deep.equal([]);
      expect(one(picker, '#flags button:last-child').ariaLabel).to.equal('Flagge: Wales');
    });

    it('has four stops of the Tab key', async () => {
      const { picker } = await open();
      const stops = [...all(picker, 'button, input')].filter(
        (element) => element.tabIndex === 0 && element.checkVisibility(),
      );
      expect(stops.map(({ className, localName }) => className || localName)).to.deep.equal([
        'input',
        'tone',
        'button',
        'button',
      ]);
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
    const german = { ...en, searchEmoji: 'Suchen', emojiGroups: { ...en.emojiGroups, food: 'Essen' } };

    it('takes its texts anew when the language is another', async () => {
      const { picker } = await open();
      picker.hidePopover();
      picker.strings = german;
      await show(picker);
      expect(one(picker, 'input').getAttribute('aria-label')).to.equal('Suchen');
      expect(all(picker, '[role=group]').map(({ ariaLabel }) => ariaLabel)).to.include('Essen');
    });

    it('does so while it is open, and what has the focus keeps it', async () => {
      const { picker, person } = await open();
      await sendKeys({ type: 'elefant' });
      expect(shown(picker)).to.deep.equal([]);
      person.locale = 'de';
      picker.strings = german;
      await waitUntil(() => shown(picker)[0] === '🐘', 'it is not sought again');
      expect(focused(picker)).to.equal(one(picker, 'input'));
      await sendKeys({ press: 'ArrowDown' });
      person.locale = 'fr';
      picker.strings = en;
      await waitUntil(() => focused(picker)?.ariaLabel === 'éléphant', 'it is not named anew');
      expect(all(picker, '#food').map(({ ariaLabel }) => ariaLabel)).to.deep.equal([en.emojiGroups.food]);
    });

    it('has the recent ones first, from the device', async () => {
      const storage = new FakeDevice().storage('local', 'somebody');
      await storage.set('recent emoji', ['🐱', '🍕', 'no emoji']);
      const { picker } = await open({ storage });
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

    it('shows the name and the short code of what is pointed at', async () => {
      const { picker } = await open();
      await sendKeys({ press: 'ArrowDown' });
      expect(one(picker, '.preview .name').textContent).to.equal('😀 grinning face');
      expect(one(picker, '.preview .code').textContent).to.equal(':grinning:');
    });
  });

  describe('skin tone', () => {
    it('is chosen beside the search, and shows on all that have tones', async () => {
      const { picker, person, picked } = await open();
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      expect(focused(picker)?.ariaLabel).to.equal(en.skinTones[0]);
      await expect(one(picker, '.top')).to.be.accessible();
      for (const press of ['ArrowRight', 'ArrowRight', 'Enter']) await sendKeys({ press });
      expect(focused(picker)).to.equal(one(picker, '.tone'));
      expect(person.tone).to.equal(2);
      expect(shown(picker)).to.include.members(['👋🏼', '🤝🏼', '🐱', '👩‍❤️‍👨']).and.not.to.include('👋');
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ up: 'Shift' });
      await sendKeys({ type: 'waving' });
      expect(shown(picker)[0]).to.equal('👋🏼');
      await sendKeys({ press: 'Enter' });
      expect(picked).to.deep.equal(['👋🏼']);
      await show(picker);
      expect(shown(picker)[0]).to.equal('👋🏼');
    });

    it('leaves Escape to the panel only when its own row is closed', async () => {
      const { picker } = await open();
      one(picker, '.tone').click();
      await sendKeys({ press: 'Escape' });
      expect(isShown(picker)).to.equal(true);
      await sendKeys({ press: 'Escape' });
      expect(isShown(picker)).to.equal(false);
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
        const { picker } = await open({}, dir);
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
