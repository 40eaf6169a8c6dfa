import { expect } from '@open-wc/testing';
import type { ChatWidgetThread } from '../../../src/elements/chat-widget-thread/chat-widget-thread.ts';
import { en } from '../../../src/localization/en.ts';
import { afterPaint } from '../../support/after-paint.ts';
import { part, textOf } from '../../support/mount.ts';
import { messages, openThread, rowsOf } from './thread-harness.ts';

const announced = (element: ChatWidgetThread): string[] =>
  [...(element.shadowRoot?.querySelector('.announcer')?.children ?? [])].map(textOf);
const point = (row: Element | undefined, pointerType = 'mouse'): unknown =>
  row?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true, pointerType }));

describe('copy-controller', () => {
  let written: string[];
  const { clipboard } = navigator;

  /** The clipboard of the machine is not the test's; `fails` as where a page may not use it. */
  function replaceClipboard(fails = false): void {
    written = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: {
        writeText(text: string): Promise<void> {
          if (fails) return Promise.reject(new Error('denied'));
          written.push(text);
          return Promise.resolve();
        },
      },
    });
  }

  after(() => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
  });

  it('offers one button, beside the message that has the pointer', async () => {
    replaceClipboard();
    const { element } = await openThread(messages(5));
    const [first, second] = rowsOf(element);
    point(first?.querySelector('.bubble') ?? undefined);
    point(second);
    const button = part(element, 'copy');
    expect(button.parentElement).to.equal(second);
    expect(button.getAttribute('aria-label')).to.equal(en.copyText);
    expect(element.shadowRoot?.querySelectorAll('.copy')).to.have.length(1);
    button.click();
    await afterPaint(2);
    expect(written).to.deep.equal([messages(5)[1]?.body]);
    expect(announced(element)).to.deep.equal([en.textCopied]);
  });

  it('is no place for a finger to touch by chance', async () => {
    const { element } = await openThread(messages(5));
    point(rowsOf(element)[0], 'touch');
    expect(element.shadowRoot?.querySelector('.copy')).to.equal(null);
  });

  it('is beside the message that has the focus, and no stop of its own', async () => {
    const { element } = await openThread(messages(5));
    const row = rowsOf(element)[2];
    row?.focus();
    const button = part(element, 'copy');
    expect(button.parentElement).to.equal(row);
    row?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
    expect(button.tabIndex).to.equal(-1);
  });

  it('says so where the page may not', async () => {
    replaceClipboard(true);
    const { element } = await openThread(messages(2));
    point(rowsOf(element)[0]);
    part(element, 'copy').click();
    await afterPaint(2);
    expect(announced(element)).to.deep.equal([en.textNotCopied]);
  });

  it('leaves a selection across messages to the browser, while one of them has the focus', async () => {
    const { element } = await openThread(messages(5));
    const [first, second] = rowsOf(element);
    second?.focus();
    const [from, to] = [first, second].map((row) => row?.querySelector('.text') ?? document.body);
    const selection = document.getSelection();
    if (from && to) selection?.setBaseAndExtent(from, 0, to, to.childNodes.length);
    expect(selection?.toString()).to.match(/^Message 0[^]*Message 1/);
    const event = new ClipboardEvent('copy', { bubbles: true, composed: true, cancelable: true });
    second?.dispatchEvent(event);
    selection?.removeAllRanges();
    expect(event.defaultPrevented).to.equal(false);
  });

  it('copies the message that has the focus by the keys for it, and leaves a selection alone', async () => {
    const { element } = await openThread(messages(3));
    const [row] = rowsOf(element);
    row?.focus();
    const copy = (): ClipboardEvent => {
      const event = new ClipboardEvent('copy', {
        bubbles: true,
        cancelable: true,
        composed: true,
        clipboardData: new DataTransfer(),
      });
      row?.dispatchEvent(event);
      return event;
    };
    const copied = copy();
    expect(copied.defaultPrevented).to.equal(true);
    expect(copied.clipboardData?.getData('text/plain')).to.equal(messages(3)[0]?.body);
    document.getSelection()?.selectAllChildren(document.body);
    expect(copy().defaultPrevented).to.equal(false);
    document.getSelection()?.removeAllRanges();
  });
});
