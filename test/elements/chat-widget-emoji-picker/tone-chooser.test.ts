import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SkinTone } from '../../../src/elements/chat-widget-emoji-picker/skin-tone.ts';
import { ToneChooser } from '../../../src/elements/chat-widget-emoji-picker/tone-chooser.ts';
import { en } from '../../../src/localization/en.ts';

describe('ToneChooser', () => {
  let chosen: SkinTone[];
  let tones: ToneChooser;
  let place: HTMLElement;
  const radios = (): HTMLInputElement[] => [...tones.group.querySelectorAll('input')];

  beforeEach(async () => {
    chosen = [];
    tones = new ToneChooser((tone) => chosen.push(tone));
    tones.label(en, 0);
    place = await fixture(html`<div>${tones.group}${tones.button}<button class="elsewhere">Elsewhere</button></div>`);
  });

  it('is closed, and its button says what is chosen', () => {
    expect(tones.isOpen).to.equal(false);
    expect(tones.button.ariaExpanded).to.equal('false');
    expect(tones.button.ariaLabel).to.equal('Skin tone: default');
    tones.label(en, 5);
    expect(tones.button.ariaLabel).to.equal('Skin tone: dark');
    expect(tones.button.textContent).to.equal('✋🏿');
  });

  it('is accessible when it is open', async () => {
    tones.button.click();
    await expect(place).to.be.accessible();
    expect(tones.button.ariaExpanded).to.equal('true');
    expect(tones.group.role).to.equal('radiogroup');
    expect(tones.group.ariaLabel).to.equal('Skin tone');
    expect(radios().map(({ ariaLabel }) => ariaLabel)).to.deep.equal([...en.skinTones]);
  });

  it('begins with the tone that is chosen', () => {
    tones.label(en, 3);
    tones.button.click();
    expect(document.activeElement).to.equal(radios()[3]);
    expect(radios()[3]?.checked).to.equal(true);
  });

  it('chooses by arrow keys, and stays open for more', async () => {
    tones.button.click();
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowRight' });
    expect(chosen).to.deep.equal([1, 2]);
    expect(tones.isOpen).to.equal(true);
  });

  for (const key of ['Enter', 'Escape']) {
    it(`closes by ${key}, which nothing else hears of, and leads back to the button`, async () => {
      let heard = 0;
      place.addEventListener('keydown', () => heard++);
      tones.button.click();
      await sendKeys({ press: key });
      expect(tones.isOpen).to.equal(false);
      expect(document.activeElement).to.equal(tones.button);
      expect(heard).to.equal(0);
    });
  }

  it('chooses and closes by a press', () => {
    tones.button.click();
    radios()[4]?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }));
    expect(chosen).to.deep.equal([4]);
    expect(tones.isOpen).to.equal(false);
  });

  it('closes by its button too', () => {
    tones.button.click();
    tones.button.click();
    expect(tones.isOpen).to.equal(false);
  });

  it('closes when the focus goes elsewhere, and stays there', () => {
    tones.button.click();
    const elsewhere = place.querySelector<HTMLElement>('.elsewhere');
    elsewhere?.focus();
    expect(tones.isOpen).to.equal(false);
    expect(document.activeElement).to.equal(elsewhere);
  });
});
