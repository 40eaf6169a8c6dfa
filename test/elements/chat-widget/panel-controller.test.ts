import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { css, LitElement, type TemplateResult } from 'lit';
import { providePanelContent } from '../../../src/elements/chat-widget/panel-content.ts';
import { PanelController } from '../../../src/elements/chat-widget/panel-controller.ts';

/** Imports that have begun; the test ends them. */
let attempts: { resolve: (module: unknown) => void; reject: (error: Error) => void }[] = [];

class TestPanel extends LitElement {
  static override styles = css`
    p {
      color: rgb(1, 1, 1);
    }
  `;
  readonly panel = new PanelController(
    this,
    () =>
      new Promise((resolve, reject) => {
        attempts.push({ resolve, reject });
      }),
  );

  override render(): TemplateResult {
    return html`<p>${this.panel.content ? 'inside' : this.panel.hasFailed ? 'failed' : 'waiting'}</p>`;
  }
}
customElements.define('test-panel', TestPanel);

const shown = async (element: TestPanel): Promise<string | null | undefined> => {
  await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
  return element.shadowRoot?.querySelector('p')?.textContent;
};

/** In this order: what was fetched once stays. */
describe('PanelController', () => {
  beforeEach(() => {
    attempts = [];
  });

  afterEach(fixtureCleanup);

  const mount = (): Promise<TestPanel> => fixture<TestPanel>(html`<test-panel></test-panel>`);

  it('fetches nothing by itself, and once however often it is told to', async () => {
    const element = await mount();
    expect(attempts).to.have.length(0);
    void element.panel.load();
    void element.panel.load();
    expect(attempts).to.have.length(1);
    expect(await shown(element)).to.equal('waiting');
  });

  it('tells that it failed, without a rejection, and forgets it with the next attempt', async () => {
    const element = await mount();
    const loaded = element.panel.load();
    attempts[0]?.reject(new Error('no network'));
    await loaded;
    expect(await shown(element)).to.equal('failed');
    void element.panel.load();
    expect(await shown(element)).to.equal('waiting');
    expect(attempts).to.have.length(2);
  });

  it('tries again when the network is back, but not once it was removed', async () => {
    const element = await mount();
    void element.panel.load();
    attempts[0]?.reject(new Error('no network'));
    expect(await shown(element)).to.equal('failed');
    dispatchEvent(new Event('online'));
    expect(attempts).to.have.length(2);
    attempts[1]?.reject(new Error('no network'));
    expect(await shown(element)).to.equal('failed');
    element.remove();
    dispatchEvent(new Event('online'));
    expect(attempts).to.have.length(2);
  });

  it('tries again when it is back on the page', async () => {
    const element = await mount();
    void element.panel.load();
    attempts[0]?.reject(new Error('no network'));
    expect(await shown(element)).to.equal('failed');
    element.remove();
    document.body.append(element);
    expect(attempts).to.have.length(2);
    element.remove();
  });

  it('renders with its styles when it has come, and at once from then on', async () => {
    const element = await mount();
    void element.panel.load();
    providePanelContent({
      styles: css`
        p {
          color: rgb(2, 2, 2);
        }
      `,
      render: () => html``,
    });
    attempts[0]?.resolve(undefined);
    expect(await shown(element)).to.equal('inside');
    const another = await mount();
    await another.panel.load();
    expect(attempts).to.have.length(1);
    for (const each of [element, another]) {
      expect(await shown(each)).to.equal('inside');
      expect(getComputedStyle(each.shadowRoot!.querySelector('p')!).color).to.equal('rgb(2, 2, 2)');
    }
  });
});
