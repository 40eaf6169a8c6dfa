import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import type { ChatWidgetRoomDialog } from '../../../src/elements/chat-widget-room-dialog/chat-widget-room-dialog.ts';
import { RoomDialogController } from '../../../src/elements/chat-widget-room-list/room-dialog-controller.ts';

const TAG = 'chat-widget-room-dialog';

/** Imports that have begun; the test ends them. */
let attempts: { resolve: () => void; reject: () => void }[] = [];
let shown = 0;

class TestRooms extends LitElement {
  readonly dialog = new RoomDialogController(
    this,
    () => ({ show: () => (shown += 1) }) as unknown as ChatWidgetRoomDialog,
    () =>
      new Promise((resolve, reject) => {
        attempts.push({
          resolve: () => {
            resolve(undefined);
          },
          reject: () => {
            reject(new Error('no network'));
          },
        });
      }),
  );

  override render(): TemplateResult {
    return html`${this.dialog.isAwaited ? 'awaited' : this.dialog.hasFailed ? 'failed' : ''}`;
  }
}
customElements.define('test-rooms', TestRooms);

const seen = async (element: TestRooms): Promise<string | undefined> => {
  await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
  return element.shadowRoot?.textContent;
};

/** In this order: what was fetched once stays. */
describe('RoomDialogController', () => {
  beforeEach(() => {
    attempts = [];
    shown = 0;
  });

  afterEach(fixtureCleanup);

  const mount = (): Promise<TestRooms> => fixture<TestRooms>(html`<test-rooms></test-rooms>`);

  it('fetches nothing by itself, and once however often somebody comes near', async () => {
    const element = await mount();
    expect(attempts).to.have.length(0);
    element.dialog.load();
    element.dialog.load();
    expect(attempts).to.have.length(1);
    expect(await seen(element)).to.equal('');
  });

  it('says nothing of a failure to somebody who only came near', async () => {
    const element = await mount();
    element.dialog.load();
    attempts[0]?.reject();
    expect(await seen(element)).to.equal('');
    element.dialog.load();
    expect(attempts).to.have.length(2);
  });

  it('says that it failed to somebody who asked for it, until it is asked for again', async () => {
    const element = await mount();
    void element.dialog.open();
    expect(await seen(element)).to.equal('awaited');
    attempts[0]?.reject();
    expect(await seen(element)).to.equal('failed');
    void element.dialog.open();
    expect(await seen(element)).to.equal('awaited');
    expect(shown).to.equal(0);
  });

  it('opens nothing for an element that is gone, and once for one that asked twice', async () => {
    const [gone, here] = [await mount(), await mount()];
    void gone.dialog.open();
    void here.dialog.open();
    void here.dialog.open();
    gone.remove();
    customElements.define(TAG, class extends HTMLElement {});
    for (const { resolve } of attempts) resolve();
    expect(await seen(here)).to.equal('');
    expect(shown).to.equal(1);
  });

  it('opens at once what is there', async () => {
    const element = await mount();
    void element.dialog.open();
    expect(shown).to.equal(1);
    element.dialog.load();
    expect(attempts).to.have.length(0);
  });
});
