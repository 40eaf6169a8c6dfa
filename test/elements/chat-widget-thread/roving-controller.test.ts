import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ChatWidgetThread } from '../../../src/elements/chat-widget-thread/chat-widget-thread.ts';
import { afterPaint } from '../../support/after-paint.ts';
import { ada, message, NOON } from '../../support/fixtures.ts';
import { part } from '../../support/mount.ts';
import {
  distanceToEnd,
  messages,
  numbered,
  openThread,
  receive,
  rowsOf,
  scroll,
  scrollerOf,
} from './thread-harness.ts';

/** The thread between two buttons. */
async function between(shown = messages(300)) {
  const mounted = await openThread(shown);
  const before = document.createElement('button');
  const after = document.createElement('button');
  mounted.element.before(before);
  mounted.element.after(after);
  return { ...mounted, before, after };
}

/** What the focused row says, or what has the focus besides. */
function focused(element: ChatWidgetThread): string {
  const active = element.shadowRoot?.activeElement;
  if (!active) return document.activeElement?.localName ?? '';
  if (!active.classList.contains('message')) return active.className || active.textContent;
  return (active.querySelector('.text')?.textContent ?? '').split(' ', 2).join(' ');
}

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    if (key.startsWith('Shift+')) {
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: key.slice('Shift+'.length) });
      await sendKeys({ up: 'Shift' });
    } else await sendKeys({ press: key });
  }
  await afterPaint(4);
}

describe('a thread by the keyboard', () => {
  it('is entered by Tab at the newest message in view, and left by the next', async () => {
    const { element, before, after } = await between();
    before.focus();
    await press('Tab');
    expect(focused(element)).to.equal('Message 299');
    await press('Tab');
    expect(document.activeElement).to.equal(after);
  });

  it('is entered and left backwards in the same way', async () => {
    const { element, before, after } = await between();
    after.focus();
    await press('Shift+Tab');
    expect(focused(element)).to.equal('Message 299');
    await press('Shift+Tab');
    expect(document.activeElement).to.equal(before);
  });

  it('goes from message to message by the arrows, and keeps the focused one in view', async () => {
    const { element, before } = await between();
    before.focus();
    await press('Tab', 'ArrowUp', 'ArrowUp', 'ArrowDown');
    expect(focused(element)).to.equal('Message 298');
    for (let index = 0; index < 80; index += 1) await sendKeys({ press: 'ArrowUp' });
    await afterPaint(4);
    expect(focused(element)).to.equal('Message 218');
    const view = scrollerOf(element).getBoundingClientRect();
    const row = element.shadowRoot?.activeElement?.getBoundingClientRect();
    expect(row?.top).to.be.within(view.top - 1, view.bottom);
  }).timeout(20_000);

  it('goes to the first and the last message of all, and not beyond', async () => {
    const { element, before } = await between(messages(2000));
    before.focus();
    await press('Tab', 'ArrowDown');
    expect(focused(element)).to.equal('Message 1999');
    await press('Home');
    expect(focused(element)).to.equal('Message 0');
    expect(scrollerOf(element).scrollTop).to.be.below(60);
    await press('ArrowUp');
    expect(focused(element)).to.equal('Message 0');
    await press('End');
    expect(focused(element)).to.equal('Message 1999');
    expect(distanceToEnd(element)).to.be.within(0, 1);
  });

  it('leads into the links of the focused message only, and out again', async () => {
    const link = (number: number) => numbered(number, { body: `https://example.org/${number}` });
    const { element, before, after } = await between([...messages(3), link(3), link(4), link(5)]);
    before.focus();
    await press('Tab', 'ArrowUp', 'Tab');
    expect(focused(element)).to.equal('https://example.org/4');
    await press('ArrowUp');
    expect(focused(element)).to.equal('https://example.org/3');
    await press('Tab', 'Tab');
    expect(document.activeElement).to.equal(after);
  });

  it('stops at code only in the focused message', async () => {
    const code = (number: number) => numbered(number, { body: `\`\`\`\n${'x'.repeat(200)}\n\`\`\`` });
    const { element, before, after } = await between([code(3), code(4)]);
    before.focus();
    await press('Tab', 'Tab');
    expect(element.shadowRoot?.activeElement?.localName).to.equal('pre');
    await press('Tab');
    expect(document.activeElement).to.equal(after);
  });

  it('leaves the keys to a field that the page shows in a message', async () => {
    const { element, provider } = await openThread(messages(3));
    provider.messageRenderer = () => html`<input />`;
    await afterPaint(3);
    const field = rowsOf(element).at(-1)?.querySelector('input');
    field?.focus();
    await press('ArrowUp', 'Home');
    expect(element.shadowRoot?.activeElement).to.equal(field);
  });

  it('reaches the buttons of a message that failed', async () => {
    const { before, session } = await between(messages(3));
    const own = message({ id: 'x', body: 'Mine', sender: ada, createdAt: NOON + 9e6 });
    session.dispatch({ type: 'message-queued', message: { ...own, clientId: 'x' } });
    session.dispatch({ type: 'message-failed', roomId: 'room-1', key: 'x', failure: { message: 'too long' } });
    await afterPaint(2);
    before.focus();
    await press('Tab', 'Tab', 'Enter');
    expect(session.requests.at(-1)).to.deep.equal({ name: 'retry-message', detail: { roomId: 'room-1', key: 'x' } });
  });

  it('leaves the arrows with a modifier to the browser', async () => {
    const { element } = await between();
    const row = rowsOf(element).at(-1);
    row?.focus();
    for (const modifier of ['altKey', 'ctrlKey', 'metaKey', 'shiftKey']) {
      const event = new KeyboardEvent('keydown', { key: 'ArrowUp', [modifier]: true, bubbles: true, cancelable: true });
      row?.dispatchEvent(event);
      expect(event.defaultPrevented, modifier).to.equal(false);
    }
  });

  it('keeps the focus on its message while others arrive', async () => {
    const { element, before, session } = await between();
    before.focus();
    await press('Tab', 'ArrowUp');
    await receive(session, ...messages(5, 300));
    expect(focused(element)).to.equal('Message 298');
  });

  it('keeps the focus inside when the focused message leaves the window', async () => {
    const { element, before, session } = await between();
    before.focus();
    await press('Tab');
    await receive(session, ...messages(200, 300));
    expect(document.activeElement).to.equal(element);
    await press('ArrowUp');
    expect(focused(element)).to.equal('Message 498');
  });

  it('goes on to the newest message when the button for it is pressed by a key', async () => {
    const { element } = await between();
    await scroll(element, -1500);
    part(element, 'jump').focus();
    await press('Enter');
    expect(focused(element)).to.equal('Message 299');
    expect(distanceToEnd(element)).to.be.within(0, 1);
  });

  it('leaves the focus where it is when that button is clicked', async () => {
    const { element, after } = await between();
    await scroll(element, -1500);
    after.focus();
    const press = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
    part(element, 'jump').dispatchEvent(press);
    expect(press.defaultPrevented).to.equal(true);
  });
});
