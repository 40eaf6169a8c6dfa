import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { AutosizeController } from '../../../src/elements/chat-widget-composer/autosize-controller.ts';
import { afterPaint } from '../../support/after-paint.ts';

class Field extends LitElement {
  static override properties = { text: {} };
  declare text: string | undefined;
  isNeeded = true;

  override connectedCallback(): void {
    new AutosizeController(this, () => this.area, this.isNeeded);
    super.connectedCallback();
  }

  get area(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  get height(): number {
    return this.area?.offsetHeight ?? 0;
  }

  override render(): TemplateResult {
    return html`<textarea
      rows="1"
      style="width: 100%; box-sizing: border-box; padding: 5px; border: 3px solid; font: 16px/20px sans-serif"
      .value=${this.text ?? ''}
    ></textarea>`;
  }
}
customElements.define('test-field', Field);

const LINE = 20;
const AROUND = 16;

describe('AutosizeController', () => {
  let field: Field;
  beforeEach(async () => {
    field = await fixture<Field>(html`<test-field style="display: block; width: 400px"></test-field>`);
  });

  async function lines(text: string): Promise<number> {
    field.text = text;
    await field.updateComplete;
    return (field.height - AROUND) / LINE;
  }

  it('is as high as the text, both ways', async () => {
    expect(await lines('')).to.equal(1);
    expect(await lines('one\ntwo\nthree')).to.equal(3);
    expect(await lines('one')).to.equal(1);
  });

  it('fits anew when the width is another', async () => {
    await lines('some words that fit into one line');
    field.style.width = '120px';
    await afterPaint(3);
    expect(field.height).to.be.greaterThan(AROUND + LINE);
  });

  it('never shows a scrollbar for what fits', async () => {
    await lines('one\ntwo');
    expect(field.area?.scrollHeight).to.equal(field.area?.clientHeight);
  });

  it('leaves all to the styles where the browser can do it', async () => {
    const plain = new Field();
    plain.isNeeded = false;
    document.body.append(plain);
    await plain.updateComplete;
    expect(plain.area?.style.blockSize).to.equal('');
    plain.remove();
  });
});
