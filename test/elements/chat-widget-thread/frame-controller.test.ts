import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { FrameController } from '../../../src/elements/chat-widget-thread/frame-controller.ts';
import { afterPaint } from '../../support/after-paint.ts';
import { setPageVisible } from '../../support/page-visibility.ts';

class Framed extends LitElement {
  readonly frames = new FrameController(this);
  updates = 0;

  override updated(): void {
    this.updates += 1;
  }
}
customElements.define('test-framed', Framed);

/** Whether a promise is settled by the end of this frame. */
async function settles(promise: Promise<void>): Promise<boolean> {
  let settled = false;
  void promise.then(() => {
    settled = true;
  });
  await afterPaint();
  return settled;
}

describe('FrameController', () => {
  let element: Framed;
  beforeEach(async () => {
    element = await fixture<Framed>(html`<test-framed style="display: block; height: 10px"></test-framed>`);
    await afterPaint(2);
  });
  afterEach(() => {
    setPageVisible(true);
  });

  it('gives the next frame', async () => {
    expect(await settles(element.frames.next())).to.equal(true);
  });

  it('gives none while there is no box, and one as soon as there is', async () => {
    element.style.display = 'none';
    await afterPaint(2);
    const next = element.frames.next();
    expect(await settles(next)).to.equal(false);
    element.style.display = 'block';
    expect(await settles(next)).to.equal(true);
  });

  it('tells once that the host was without a box', async () => {
    expect(element.frames.takeReturn()).to.equal(false);
    element.style.display = 'none';
    await afterPaint(2);
    element.style.display = 'block';
    await afterPaint(2);
    expect(element.frames.takeReturn()).to.equal(true);
    expect(element.frames.takeReturn()).to.equal(false);
  });

  it('tells that the page was in the background, and has the host look what it missed', async () => {
    const { updates } = element;
    setPageVisible(false);
    setPageVisible(true);
    await element.updateComplete;
    expect(element.updates).to.equal(updates + 1);
    expect(element.frames.takeReturn()).to.equal(true);
  });

  it('hears of nothing while the host is removed', () => {
    element.remove();
    setPageVisible(false);
    expect(element.frames.takeReturn()).to.equal(false);
  });
});
