import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../../src/elements/chat-widget-composer/chat-widget-composer.ts';
import type { ChatWidgetComposer } from '../../../src/elements/chat-widget-composer/chat-widget-composer.ts';
import { en } from '../../../src/localization/en.ts';
import type { Requests } from '../../../src/session/requests.ts';
import { FakeDevice } from '../../support/fake-device.ts';
import type { FakeSession } from '../../support/fake-session.ts';
import { grace, linus, room, roomWith } from '../../support/fixtures.ts';
import { mount, part, textOf, type Mounted } from '../../support/mount.ts';

async function open(
  template = html`<chat-widget-composer></chat-widget-composer>`,
): Promise<Mounted<ChatWidgetComposer>> {
  return mount<ChatWidgetComposer>(template, (provider) => {
    const other = {
      room: room({ id: 'room-2', isGroup: false, name: '', participants: [grace, linus] }),
      messages: [],
    };
    provider.session.dispatch({ type: 'rooms-received', rooms: [roomWith(), other] });
    provider.activeRoomId = 'room-1';
  });
}

const area = (element: ChatWidgetComposer): HTMLTextAreaElement => part(element, 'textarea') as HTMLTextAreaElement;
const sendButton = (element: ChatWidgetComposer): HTMLButtonElement => part(element, 'send') as HTMLButtonElement;

async function write(element: ChatWidgetComposer, text: string): Promise<void> {
  area(element).value = text;
  area(element).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await element.updateComplete;
}

/** With the code that input methods are told by; browsers still send it. */
interface KeyInit extends Omit<KeyboardEventInit, 'keyCode'> {
  readonly keyCode?: number;
}

function key(element: ChatWidgetComposer, init: KeyInit): KeyboardEvent {
  const event = new KeyboardEvent('keydown', {
    key: 'Enter',
    bubbles: true,
    composed: true,
    cancelable: true,
    ...init,
  });
  area(element).dispatchEvent(event);
  return event;
}

const options = (element: ChatWidgetComposer): string[] =>
  [...(element.shadowRoot?.querySelectorAll('[role=option]') ?? [])].map((option) =>
    textOf(option.querySelector('.suggestion-text')),
  );
const spoken = (element: ChatWidgetComposer): string => textOf(element.shadowRoot?.querySelector('[role=status]'));
const sent = (session: FakeSession): string[] =>
  session.requests.flatMap(({ name, detail }) => (name === 'send' ? (detail as Requests['send']).body : []));
const signals = (session: FakeSession): string[] =>
  session.requests.flatMap(({ name, detail }) => {
    if (name !== 'signal-typing') return [];
    const { moment, roomId } = detail as Requests['signal-typing'];
    return `${moment} ${roomId}`;
  });
const drafts = (session: FakeSession): Requests['change-draft'][] =>
  session.requests.flatMap(({ name, detail }) => (name === 'change-draft' ? (detail as Requests['change-draft']) : []));

describe('chat-widget-composer', () => {
  describe('accessibility', () => {
    for (const theme of ['light', 'dark']) {
      it(`is accessible empty, filled, too long, read only and without a room, ${theme}`, async () => {
        const { element, provider } = await open(html`<chat-widget-composer max-length="20"></chat-widget-composer>`);
        provider.setAttribute('theme', theme);
        await expect(element).to.be.accessible();
        for (const text of ['Hello', 'x'.repeat(19), 'x'.repeat(25)]) {
          await write(element, text);
          await expect(element).to.be.accessible();
        }
        provider.activeRoomId = undefined;
        await element.updateComplete;
        await expect(element).to.be.accessible();
        element.readonly = true;
        await element.updateComplete;
        await expect(element).to.be.accessible();
      });
    }

    it('is named by the room, or by the other person', async () => {
      const { element, provider } = await open();
      expect(area(element).getAttribute('aria-label')).to.equal('Message Analytical engine');
      expect(area(element).placeholder).to.equal('Message Analytical engine');
      provider.activeRoomId = 'room-2';
      await element.updateComplete;
      expect(area(element).placeholder).to.equal('Message Grace Hopper');
    });

    it('gives its focus to the text', async () => {
      const { element } = await open();
      element.focus();
      expect(element.shadowRoot?.activeElement).to.equal(area(element));
    });
  });

  describe('sending', () => {
    const keys: readonly [what: string, sendKey: 'enter' | 'mod-enter', init: KeyboardEventInit, sends: boolean][] = [
      ['Enter', 'enter', {}, true],
      ['Ctrl+Enter', 'enter', { ctrlKey: true }, true],
      ['Shift+Enter', 'enter', { shiftKey: true }, false],
      ['Alt+Enter', 'enter', { altKey: true }, false],
      ['a letter', 'enter', { key: 'a' }, false],
      ['Enter', 'mod-enter', {}, false],
      ['Shift+Enter', 'mod-enter', { shiftKey: true }, false],
      ['Ctrl+Enter', 'mod-enter', { ctrlKey: true }, true],
      ['⌘+Enter', 'mod-enter', { metaKey: true }, true],
    ];
    for (const [what, sendKey, init, sends] of keys) {
      it(`${sends ? 'happens' : 'does not happen'} on ${what} with send-key ${sendKey}`, async () => {
        const { element, session } = await open();
        element.sendKey = sendKey;
        await write(element, 'Hello');
        const event = key(element, init);
        expect(sent(session)).to.deep.equal(sends ? ['Hello'] : []);
        expect(event.defaultPrevented).to.equal(sends);
      });
    }

    it('really types, breaks a line and sends', async () => {
      const { element, session } = await open();
      element.focus();
      await sendKeys({ type: 'one' });
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: 'Enter' });
      await sendKeys({ up: 'Shift' });
      await sendKeys({ type: 'two' });
      await sendKeys({ press: 'Enter' });
      expect(sent(session)).to.deep.equal(['one\ntwo']);
      await element.updateComplete;
      expect(area(element).value).to.equal('');
      await sendKeys({ type: 'three' });
      expect(area(element).value).to.equal('three');
    });

    it('happens by the button, and the text is gone then', async () => {
      const { element, session } = await open();
      await write(element, 'Hello');
      sendButton(element).click();
      await element.updateComplete;
      expect(session.requests.find(({ name }) => name === 'send')?.detail).to.deep.equal({
        roomId: 'room-1',
        body: 'Hello',
      });
      expect(area(element).value).to.equal('');
      expect(drafts(session).at(-1)).to.deep.equal({ roomId: 'room-1', text: '' });
      expect(sendButton(element).disabled).to.equal(true);
    });

    it('keeps the focus in the text, also when the button was pressed by a key', async () => {
      const { element } = await open();
      await write(element, 'Hello');
      sendButton(element).focus();
      await sendKeys({ press: 'Space' });
      await element.updateComplete;
      expect(element.shadowRoot?.activeElement).to.equal(area(element));
    });

    it('does not take the focus from the text by a pointer, nor open the keyboard of a phone', async () => {
      const { element } = await open();
      await write(element, 'Hello');
      const press = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
      sendButton(element).dispatchEvent(press);
      expect(press.defaultPrevented).to.equal(true);
      sendButton(element).click();
      expect(document.activeElement).not.to.equal(element);
    });

    it('leaves away the blank around a text, and keeps the blank within', async () => {
      const { element, session } = await open();
      await write(element, '\n  one\n\n  two \n');
      key(element, {});
      expect(sent(session)).to.deep.equal(['one\n\n  two']);
    });

    for (const blank of ['', ' ', '\n\n', '\u00a0\t']) {
      it(`does not happen with ${JSON.stringify(blank)}`, async () => {
        const { element, session } = await open();
        await write(element, blank);
        expect(sendButton(element).disabled).to.equal(true);
        expect(key(element, {}).defaultPrevented).to.equal(true);
        expect(sent(session)).to.deep.equal([]);
      });
    }

    it('keeps the text when the page prevents it', async () => {
      const { element, provider, session } = await open();
      provider.addEventListener('chat-send-request', (event) => event.preventDefault(), { capture: true });
      await write(element, 'Hello');
      key(element, {});
      await element.updateComplete;
      expect(area(element).value).to.equal('Hello');
      expect(drafts(session).at(-1)?.text).to.equal('Hello');
    });

    it('works while there is no connection', async () => {
      const { element, session } = await open();
      session.dispatch({ type: 'connection-changed', connection: { status: 'offline', attempt: 1 } });
      await write(element, 'Hello');
      key(element, {});
      expect(sent(session)).to.deep.equal(['Hello']);
    });
  });

  describe('with an input method', () => {
    const compose = (element: ChatWidgetComposer, type: 'compositionstart' | 'compositionend'): void => {
      area(element).dispatchEvent(new CompositionEvent(type, { bubbles: true, composed: true }));
    };

    it('does not send the word that Enter confirms, in the order of Chrome and Firefox', async () => {
      const { element, session } = await open();
      compose(element, 'compositionstart');
      await write(element, 'にほん');
      const event = key(element, { isComposing: true, keyCode: 229 });
      compose(element, 'compositionend');
      expect(event.defaultPrevented).to.equal(false);
      expect(sent(session)).to.deep.equal([]);
      await nextTurn();
      key(element, {});
      expect(sent(session)).to.deep.equal(['にほん']);
    });

    for (const keyCode of [229, 13]) {
      it(`does not send it in the order of Safari, with key code ${keyCode}`, async () => {
        const { element, session } = await open();
        compose(element, 'compositionstart');
        await write(element, 'にほん');
        compose(element, 'compositionend');
        const event = key(element, { isComposing: false, keyCode });
        expect(event.defaultPrevented).to.equal(false);
        expect(sent(session)).to.deep.equal([]);
        await nextTurn();
        key(element, { keyCode: 13 });
        expect(sent(session)).to.deep.equal(['にほん']);
      });
    }

    it('does not replace the text under it', async () => {
      const { element, session } = await open();
      compose(element, 'compositionstart');
      await write(element, 'に');
      session.dispatch({ type: 'draft-changed', roomId: 'room-1', text: 'from the page' });
      await element.updateComplete;
      expect(area(element).value).to.equal('に');
    });
  });

  describe('drafts', () => {
    it('are told to the session at each change', async () => {
      const { element, session } = await open();
      await write(element, 'He');
      await write(element, 'Hello');
      expect(drafts(session)).to.deep.equal([
        { roomId: 'room-1', text: 'He' },
        { roomId: 'room-1', text: 'Hello' },
      ]);
    });

    it('are there again when the room is', async () => {
      const { element, provider, session } = await open();
      await write(element, 'For the first');
      session.dispatch({ type: 'draft-changed', roomId: 'room-1', text: 'For the first' });
      provider.activeRoomId = 'room-2';
      await element.updateComplete;
      expect(area(element).value).to.equal('');
      provider.activeRoomId = 'room-1';
      await element.updateComplete;
      expect(area(element).value).to.equal('For the first');
      expect(sendButton(element).disabled).to.equal(false);
    });

    it('can be set by the page', async () => {
      const { element, session } = await open();
      await write(element, 'Hello');
      session.dispatch({ type: 'draft-changed', roomId: 'room-1', text: 'Set by the page' });
      await element.updateComplete;
      expect(area(element).value).to.equal('Set by the page');
    });

    it('are not lost by a render while nobody keeps them', async () => {
      const { element, session } = await open();
      await write(element, 'Hello');
      session.connect();
      element.requestUpdate();
      await element.updateComplete;
      expect(area(element).value).to.equal('Hello');
    });

    it('leave the caret where it is', async () => {
      const { element, session } = await open();
      await write(element, 'Hello');
      area(element).setSelectionRange(2, 2);
      session.dispatch({ type: 'draft-changed', roomId: 'room-1', text: 'Hello' });
      await element.updateComplete;
      expect(area(element).selectionStart).to.equal(2);
    });
  });

  describe('typing', () => {
    it('is told on focus, on input and on blur', async () => {
      const { element, session } = await open();
      area(element).focus();
      await write(element, 'H');
      area(element).blur();
      expect(signals(session)).to.deep.equal(['focus room-1', 'input room-1', 'blur room-1']);
    });

    it('is not told of a focus that nobody has asked for, but of the first key', async () => {
      const { element, session } = await open();
      element.focusQuietly();
      expect(element.shadowRoot?.activeElement).to.equal(area(element));
      expect(signals(session)).to.deep.equal([]);
      await write(element, 'H');
      expect(signals(session)).to.deep.equal(['input room-1']);
    });

    it('goes over to another room with the focus', async () => {
      const { element, provider, session } = await open();
      area(element).focus();
      provider.activeRoomId = 'room-2';
      await element.updateComplete;
      expect(signals(session)).to.deep.equal(['focus room-1', 'blur room-1', 'focus room-2']);
    });

    it('ends when the room is closed', async () => {
      const { element, provider, session } = await open();
      area(element).focus();
      provider.activeRoomId = undefined;
      await element.updateComplete;
      expect(signals(session)).to.deep.equal(['focus room-1', 'blur room-1']);
    });

    it('ends when the element is removed, from whence no event reaches the provider', async () => {
      const { element, session } = await open();
      area(element).focus();
      element.remove();
      expect(signals(session)).to.deep.equal(['focus room-1', 'blur room-1']);
    });
  });

  describe('length', () => {
    it('has no limit and no counter by default', async () => {
      const { element } = await open();
      await write(element, 'x'.repeat(100_000));
      expect(element.shadowRoot?.querySelector('[part=counter]')).to.equal(null);
      expect(sendButton(element).disabled).to.equal(false);
    });

    const cases: readonly [length: number, counter: string | undefined, sends: boolean][] = [
      [79, undefined, true],
      [80, '20', true],
      [100, '0', true],
      [101, '-1', false],
    ];
    for (const [length, counter, sends] of cases) {
      it(`${counter ? `counts ${counter}` : 'does not count'} at ${length} of 100, and ${sends ? 'sends' : 'does not send'}`, async () => {
        const { element, session } = await open(
          html`<chat-widget-composer max-length="100" lang="en"></chat-widget-composer>`,
        );
        await write(element, 'x'.repeat(length));
        expect(element.shadowRoot?.querySelector('[part=counter]')?.textContent).to.equal(counter);
        expect(area(element).getAttribute('aria-invalid')).to.equal(String(!sends));
        key(element, {});
        expect(sent(session)).to.have.length(sends ? 1 : 0);
      });
    }

    it('describes the field, and is spoken in steps', async () => {
      const { element } = await open(html`<chat-widget-composer max-length="100"></chat-widget-composer>`);
      const limit = (): string => textOf(element.shadowRoot?.getElementById('limit'));
      await write(element, 'x'.repeat(79));
      expect(spoken(element)).to.equal('');
      await write(element, 'x'.repeat(80));
      expect([limit(), spoken(element)]).to.deep.equal(['20 characters left', '20 characters left']);
      await write(element, 'x'.repeat(81));
      expect([limit(), spoken(element)]).to.deep.equal(['19 characters left', '20 characters left']);
      await write(element, 'x'.repeat(102));
      expect([limit(), spoken(element)]).to.deep.equal(['2 characters too many', '2 characters too many']);
    });
  });

  describe('suggestions', () => {
    it('complete the name of somebody in the room, and do not send', async () => {
      const { element, session } = await open();
      element.focus();
      await sendKeys({ type: 'Hello @gr' });
      await element.updateComplete;
      expect(options(element)).to.deep.equal(['Grace Hopper']);
      expect(area(element).getAttribute('aria-activedescendant')).to.equal('suggestion-0');
      expect(spoken(element)).to.equal(en.suggestionCount(1));
      await expect(element).to.be.accessible();
      await sendKeys({ press: 'Enter' });
      await element.updateComplete;
      expect(area(element).value).to.equal('Hello @Grace Hopper ');
      expect(drafts(session).at(-1)?.text).to.equal('Hello @Grace Hopper ');
      expect(options(element)).to.deep.equal([]);
      expect(area(element).getAttribute('aria-activedescendant')).to.equal(null);
      await sendKeys({ press: 'Enter' });
      expect(sent(session)).to.deep.equal(['Hello @Grace Hopper']);
    });

    it('do not name the person themselves, nor people of other rooms', async () => {
      const { element, provider } = await open();
      provider.activeRoomId = 'room-2';
      await element.updateComplete;
      element.focus();
      await sendKeys({ type: '@' });
      await element.updateComplete;
      expect(options(element)).to.deep.equal(['Grace Hopper', 'Linus Pauling']);
    });

    it('complete short codes of emoji', async () => {
      const { element } = await open();
      element.focus();
      await sendKeys({ type: 'Nice :smile' });
      await waitUntil(() => options(element)[0] === 'grinning face with smiling eyes', 'the emoji did not come');
      await sendKeys({ press: 'Tab' });
      expect(area(element).value).to.equal('Nice 😄');
      await sendKeys({ type: ' :tada:' });
      expect(area(element).value).to.equal('Nice 😄 🎉');
    });

    it('wait for the end of a composition', async () => {
      const { element } = await open();
      area(element).focus();
      area(element).dispatchEvent(new CompositionEvent('compositionstart'));
      await write(element, '@gr');
      area(element).setSelectionRange(3, 3);
      expect(options(element)).to.deep.equal([]);
      area(element).dispatchEvent(new CompositionEvent('compositionend'));
      await element.updateComplete;
      expect(options(element)).to.deep.equal(['Grace Hopper']);
    });

    it('do not come up where the caret is only moved', async () => {
      const { element } = await open();
      element.focus();
      await sendKeys({ type: '@gr' });
      await sendKeys({ press: 'Escape' });
      await sendKeys({ type: ' x' });
      for (let step = 0; step < 2; step++) await sendKeys({ press: 'ArrowLeft' });
      await element.updateComplete;
      expect(options(element)).to.deep.equal([]);
    });

    it('are gone with the focus, the room, or the text that they are for', async () => {
      const { element, provider, session } = await open();
      const ends: readonly (() => void)[] = [
        () => area(element).blur(),
        () => session.dispatch({ type: 'draft-changed', roomId: 'room-1', text: 'Set by the page' }),
        () => (provider.activeRoomId = 'room-2'),
      ];
      for (const end of ends) {
        element.focus();
        area(element).value = '';
        await sendKeys({ type: '@' });
        await element.updateComplete;
        expect(options(element)).not.to.deep.equal([]);
        end();
        await element.updateComplete;
        expect(options(element)).to.deep.equal([]);
      }
    });
  });

  describe('emoji', () => {
    const picker = (element: ChatWidgetComposer): HTMLElement => part(element, 'emoji-picker');
    const isShown = (element: ChatWidgetComposer): boolean =>
      element.shadowRoot?.querySelector('[part~=emoji-picker]')?.matches(':popover-open') ?? false;

    async function openPicker(element: ChatWidgetComposer): Promise<void> {
      part(element, 'emoji').click();
      await waitUntil(() => isShown(element) && element.shadowRoot?.activeElement === picker(element), 'not opened');
    }

    it('is written where the caret was, which the focus returns to', async () => {
      const { element, session } = await open();
      await write(element, 'Hello !');
      area(element).setSelectionRange(6, 6);
      await openPicker(element);
      await sendKeys({ type: 'tada' });
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => element.shadowRoot?.activeElement === area(element), 'the focus is not back');
      expect(area(element).value).to.equal('Hello 🎉!');
      expect(drafts(session).at(-1)?.text).to.equal('Hello 🎉!');
      expect(area(element).selectionStart).to.equal(8);
      expect(isShown(element)).to.equal(false);
    });

    it('is left by Escape, back to the text, and the panel around stays open', async () => {
      const { element, provider } = await open();
      let escapes = 0;
      provider.addEventListener('keydown', ({ defaultPrevented }) => (escapes += defaultPrevented ? 0 : 1));
      await openPicker(element);
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => element.shadowRoot?.activeElement === area(element), 'the focus is not back');
      expect(isShown(element)).to.equal(false);
      expect(escapes).to.equal(0);
    });

    it('opens and closes by its button', async () => {
      const { element } = await open();
      const { x, y, width, height } = part(element, 'emoji').getBoundingClientRect();
      const position: [number, number] = [Math.round(x + width / 2), Math.round(y + height / 2)];
      for (const isOpen of [true, false, true, false]) {
        await sendMouse({ type: 'click', position });
        await waitUntil(() => isShown(element) === isOpen, `it is ${isOpen ? 'closed' : 'open'}`);
      }
    });

    it('does not take the focus from where the person has gone', async () => {
      const { element } = await open();
      const elsewhere = await fixture<HTMLInputElement>(html`<input aria-label="Elsewhere" />`);
      await openPicker(element);
      elsewhere.focus();
      picker(element).hidePopover();
      await aTimeout(50);
      expect(document.activeElement).to.equal(elsewhere);
    });

    it('keeps the recent ones where the session keeps texts', async () => {
      const device = new FakeDevice();
      const { element, session } = await open();
      session.storage = device.storage('local', 'somebody');
      element.requestUpdate();
      await openPicker(element);
      await sendKeys({ type: 'tada' });
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => device.values.has('recent emoji'));
      expect(device.values.get('recent emoji')).to.deep.equal(['🎉']);
    });

    it('cannot be picked without a room', async () => {
      const { element, provider } = await open();
      provider.activeRoomId = undefined;
      await element.updateComplete;
      expect((part(element, 'emoji') as HTMLButtonElement).disabled).to.equal(true);
    });
  });

  describe('pasting', () => {
    it('takes of a formatted text what can be read', async () => {
      const { element } = await open();
      const rich = await fixture<HTMLElement>(html`<p contenteditable="true"><b>Bold</b> and <i>slanted</i></p>`);
      rich.focus();
      getSelection()?.selectAllChildren(rich);
      await pressWithControl('c');
      element.focus();
      await pressWithControl('v');
      await element.updateComplete;
      expect(area(element).value).to.equal('Bold and slanted');
    });
  });

  describe('size', () => {
    it('grows with the text up to a limit, and shrinks again', async () => {
      const { element } = await open();
      const { clientHeight } = area(element);
      await write(element, 'one\ntwo\nthree');
      expect(area(element).clientHeight).to.be.within(clientHeight * 1.5, clientHeight * 3);
      await write(element, 'line\n'.repeat(500));
      expect(area(element).clientHeight).to.be.below(400);
      await write(element, '');
      expect(area(element).clientHeight).to.equal(clientHeight);
    });
  });

  describe('states', () => {
    for (const status of ['idle', 'connecting', 'reconnecting', 'offline', 'unauthorized', 'failed'] as const) {
      it(`lets write and send while the connection is ${status}: what is sent is kept`, async () => {
        const { element, session } = await open();
        session.dispatch({ type: 'connection-changed', connection: { status, attempt: 1 } });
        await write(element, 'Hello');
        expect(area(element).disabled).to.equal(false);
        sendButton(element).click();
        expect(sent(session)).to.deep.equal(['Hello']);
      });
    }

    it('is disabled without a room', async () => {
      const { element, provider, session } = await open();
      await write(element, 'Hello');
      provider.activeRoomId = 'unknown';
      await element.updateComplete;
      expect(area(element).disabled).to.equal(true);
      expect(sendButton(element).disabled).to.equal(true);
      key(element, {});
      expect(sent(session)).to.deep.equal([]);
    });

    it('says that a room can only be read', async () => {
      const { element } = await open(html`<chat-widget-composer readonly></chat-widget-composer>`);
      expect(textOf(part(element, 'notice'))).to.equal(en.readonlyRoom);
      expect(element.shadowRoot?.querySelector('textarea, button')).to.equal(null);
    });

    it('writes to the room of its attribute', async () => {
      const { element, session } = await open(html`<chat-widget-composer room="room-2"></chat-widget-composer>`);
      await write(element, 'Hello');
      key(element, {});
      expect(session.requests.at(-2)?.detail).to.deep.equal({ roomId: 'room-2', body: 'Hello' });
    });

    it('has slots beside the text', async () => {
      const { element } = await open(
        html`<chat-widget-composer>
          <button slot="composer-start">+</button><button slot="composer-end">:)</button>
        </chat-widget-composer>`,
      );
      const [start, end] = element.querySelectorAll('button');
      const left = (at: Element | undefined): number => at?.getBoundingClientRect().left ?? NaN;
      expect(left(start)).to.be.below(left(area(element)));
      expect(left(end)).to.be.within(left(area(element)), left(sendButton(element)));
    });
  });
});

async function pressWithControl(letter: string): Promise<void> {
  await sendKeys({ down: 'Control' });
  await sendKeys({ press: letter });
  await sendKeys({ up: 'Control' });
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 1);
  });
}
