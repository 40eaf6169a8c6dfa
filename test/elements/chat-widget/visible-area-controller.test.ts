import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { VisibleAreaController } from '../../../src/elements/chat-widget/visible-area-controller.ts';

class TestArea extends LitElement {
  readonly area = new VisibleAreaController(this);
  override render(): TemplateResult {
    return html``;
  }
}
customElements.define('test-area', TestArea);

/** A phone's keyboard opens, the person zooms: what the browser tells then. */
function tell(changes: Partial<Record<'height' | 'offsetTop' | 'scale', number>>): void {
  const viewport = window.visualViewport;
  if (!viewport) throw new Error('no visual viewport');
  for (const [name, value] of Object.entries(changes)) {
    Object.defineProperty(viewport, name, { configurable: true, value });
  }
  viewport.dispatchEvent(new Event('resize'));
}

describe('VisibleAreaController', () => {
  let element: TestArea;
  const area = (): readonly string[] => [
    element.style.getPropertyValue('--_visible-top'),
    element.style.getPropertyValue('--_visible-height'),
  ];

  beforeEach(async () => {
    element = await fixture<TestArea>(html`<test-area></test-area>`);
  });

  afterEach(() => {
    for (const name of ['height', 'offsetTop', 'scale']) Reflect.deleteProperty(window.visualViewport ?? {}, name);
  });

  it('tells nothing until it is asked to', () => {
    tell({ height: 300 });
    expect(area()).to.eql(['', '']);
  });

  it('tells what is visible, and follows it', () => {
    element.area.follow(true);
    expect(area()).to.eql(['0px', `${window.innerHeight}px`]);
    tell({ height: 320, offsetTop: 40 });
    expect(area()).to.eql(['40px', '320px']);
  });

  it('leaves everything where it is while the person zooms in', () => {
    element.area.follow(true);
    tell({ height: 150, scale: 2 });
    expect(area()).to.eql(['', '']);
    tell({ height: 300, scale: 1 });
    expect(area()).to.eql(['0px', '300px']);
  });

  it('forgets all of it when it is no longer needed, and when its host is removed', () => {
    for (const end of [() => element.area.follow(false), () => element.remove()]) {
      element.area.follow(true);
      end();
      expect(area()).to.eql(['', '']);
      tell({ height: 200 });
      expect(area()).to.eql(['', '']);
    }
  });
});
