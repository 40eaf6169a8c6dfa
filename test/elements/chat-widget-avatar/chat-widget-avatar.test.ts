import { expect, html } from '@open-wc/testing';
import '../../../src/elements/chat-widget-avatar/chat-widget-avatar.ts';
import type { ChatWidgetAvatar } from '../../../src/elements/chat-widget-avatar/chat-widget-avatar.ts';
import { hueOf } from '../../../src/elements/chat-widget-avatar/hue.ts';
import { grace } from '../../support/fixtures.ts';
import { mount, part } from '../../support/mount.ts';
import { contrast, painted } from '../../support/painted-colors.ts';

const avatar = html`<chat-widget-avatar user-id=${grace.id} name=${grace.name}></chat-widget-avatar>`;

describe('chat-widget-avatar', () => {
  it('shows initials, and hides them from screen readers, which hear the name', async () => {
    const { element } = await mount<ChatWidgetAvatar>(avatar);
    expect(part(element, 'avatar').textContent).to.equal('GH');
    expect(part(element, 'avatar').getAttribute('aria-hidden')).to.equal('true');
    await expect(element).to.be.accessible();
  });

  it('shows a picture of people for a name without letters', async () => {
    const { element } = await mount<ChatWidgetAvatar>(html`<chat-widget-avatar name=" "></chat-widget-avatar>`);
    expect(part(element, 'avatar').querySelector('svg')).to.exist;
  });

  it('keeps the colour of an id and changes it with the id', async () => {
    const { element } = await mount<ChatWidgetAvatar>(avatar);
    const before = getComputedStyle(part(element, 'avatar')).backgroundColor;
    element.name = 'Somebody Else';
    await element.updateComplete;
    expect(getComputedStyle(part(element, 'avatar')).backgroundColor).to.equal(before);
    element.userId = 'a';
    await element.updateComplete;
    expect(getComputedStyle(part(element, 'avatar')).backgroundColor).not.to.equal(before);
  });

  it('spreads similar ids over all twelve hues', () => {
    const ids = Array.from({ length: 400 }, (_, index) => `61010d7ce4c9786a417b4${String(index).padStart(3, '0')}`);
    const counts = new Map<number, number>();
    for (const hue of ids.map(hueOf)) counts.set(hue, (counts.get(hue) ?? 0) + 1);
    expect(counts.size).to.equal(12);
    expect(Math.max(...counts.values())).to.be.below(ids.length / 4);
  });

  for (const scheme of ['light', 'dark']) {
    it(`can be read in each hue on ${scheme}`, async () => {
      const { element } = await mount<ChatWidgetAvatar>(avatar);
      element.style.colorScheme = scheme;
      for (let hue = 0; hue < 360; hue += 30) {
        element.style.setProperty('--_hue', String(hue));
        const { color, backgroundColor } = getComputedStyle(part(element, 'avatar'));
        expect(contrast(painted(color), painted(backgroundColor)), `hue ${hue}`).to.be.at.least(4.5);
      }
    });
  }

  it('is as large as asked, and a rounded square for a group', async () => {
    const { element } = await mount<ChatWidgetAvatar>(avatar);
    element.style.setProperty('--chat-widget-avatar-size', '64px');
    expect(element.getBoundingClientRect().width).to.equal(64);
    const round = getComputedStyle(part(element, 'avatar')).borderRadius;
    element.group = true;
    await element.updateComplete;
    expect(getComputedStyle(part(element, 'avatar')).borderRadius).not.to.equal(round);
  });
});
