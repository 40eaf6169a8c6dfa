import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { css, LitElement, type CSSResult, type TemplateResult } from 'lit';
import { PlacementController } from '../../../src/elements/chat-widget-composer/placement-controller.ts';

class Placing extends LitElement {
  static override styles: CSSResult = css`
    .popover {
      position: fixed;
      inset: var(--_top) var(--_end) var(--_bottom) var(--_start);
      inline-size: auto;
      block-size: 100px;
      margin: 0;
      padding: 0;
      border: 0;
    }
  `;

  readonly placement = new PlacementController(this, () => this.renderRoot.querySelector('.anchor'));

  get popup(): HTMLElement {
    return this.renderRoot.querySelector('.popover')!;
  }

  override render(): TemplateResult {
    return html`<div class="anchor">Anchor</div>
      <div class="popover" popover="manual" @beforetoggle=${this.placement.onBeforeToggle}></div>`;
  }
}
customElements.define('test-placing', Placing);

describe('PlacementController', () => {
  afterEach(() => setViewport({ width: 800, height: 600 }));

  /** Scrolled to the middle of a long page, with the anchor so many pixels below the upper edge of the window. */
  async function place(top: number): Promise<Placing> {
    const page = await fixture(
      html`<div style="block-size: 3000px; padding: 1000px 50px 0; overflow: clip; transform: translate(0)">
        <test-placing></test-placing>
      </div>`,
    );
    const host = page.querySelector<Placing>('test-placing');
    if (!host) throw new Error('It was not rendered.');
    await host.updateComplete;
    scrollTo(0, host.getBoundingClientRect().top + scrollY - top);
    host.popup.showPopover();
    return host;
  }

  const boxes = ({ popup, renderRoot }: Placing): [DOMRect, DOMRect] => [
    popup.getBoundingClientRect(),
    renderRoot.querySelector('.anchor')!.getBoundingClientRect(),
  ];

  for (const top of [550, 300]) {
    it(`puts it above and as wide, ${top} pixels from the upper edge, whatever clips or moves the page`, async () => {
      const host = await place(top);
      const [popup, anchor] = boxes(host);
      expect(popup.bottom).to.be.closeTo(anchor.top, 1);
      expect(popup.left).to.be.closeTo(anchor.left, 1);
      expect(popup.right).to.be.closeTo(anchor.right, 1);
      expect(host.popup.style.getPropertyValue('--_free')).to.equal(`${top}px`);
    });
  }

  it('puts it below where there is too little above', async () => {
    const host = await place(50);
    const [popup, anchor] = boxes(host);
    expect(popup.top).to.be.closeTo(anchor.bottom, 1);
  });

  it('follows its anchor when the page is scrolled', async () => {
    const host = await place(500);
    scrollBy(0, 60);
    await nextFrame();
    await nextFrame();
    const [popup, anchor] = boxes(host);
    expect(anchor.top).to.be.closeTo(440, 1);
    expect(popup.bottom).to.be.closeTo(anchor.top, 1);
  });

  it('follows its anchor when the window gets smaller', async () => {
    const host = await place(500);
    await setViewport({ width: 400, height: 600 });
    await nextFrame();
    const [popup, anchor] = boxes(host);
    expect(popup.right).to.be.closeTo(anchor.right, 1);
  });

  it('does nothing any more when it is closed, or its host removed', async () => {
    const host = await place(500);
    host.popup.hidePopover();
    host.popup.style.setProperty('--_free', 'untouched');
    scrollBy(0, 60);
    await nextFrame();
    await nextFrame();
    expect(host.popup.style.getPropertyValue('--_free')).to.equal('untouched');
    host.popup.showPopover();
    host.remove();
    host.popup.style.setProperty('--_free', 'untouched');
    visualViewport?.dispatchEvent(new Event('resize'));
    expect(host.popup.style.getPropertyValue('--_free')).to.equal('untouched');
  });
});
