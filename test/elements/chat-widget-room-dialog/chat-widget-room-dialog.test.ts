import { expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/elements/chat-widget-room-dialog/chat-widget-room-dialog.ts';
import type { ChatWidgetRoomDialog } from '../../../src/elements/chat-widget-room-dialog/chat-widget-room-dialog.ts';
import type { Requests } from '../../../src/session/requests.ts';
import { ada, grace, linus, roomWith } from '../../support/fixtures.ts';
import { inner, mount, type Mounted, part, textOf } from '../../support/mount.ts';

type Wish = Requests['create-room'];

async function mountOpen(): Promise<Mounted<ChatWidgetRoomDialog>> {
  const mounted = await mount<ChatWidgetRoomDialog>(
    html`<chat-widget-room-dialog></chat-widget-room-dialog>`,
    ({ session, style }) => {
      // Half faded in, nothing has the contrast that it will have.
      style.setProperty('--chat-widget-duration', '0ms');
      session.connect();
      session.setContacts([grace, linus]);
    },
  );
  mounted.element.show();
  await settled(mounted.element);
  return mounted;
}

const dialogOf = (element: ChatWidgetRoomDialog): HTMLDialogElement => part(element, 'dialog') as HTMLDialogElement;
const picker = (element: ChatWidgetRoomDialog) => inner(element, 'chat-widget-people-picker');
const nameField = (element: ChatWidgetRoomDialog): HTMLInputElement | null =>
  element.shadowRoot?.querySelector<HTMLInputElement>('#name') ?? null;

async function settled(element: ChatWidgetRoomDialog): Promise<void> {
  await element.updateComplete;
  await element.shadowRoot?.querySelector('chat-widget-people-picker')?.updateComplete;
  await Promise.resolve();
}

async function choose(element: ChatWidgetRoomDialog, ...places: number[]): Promise<void> {
  for (const place of places) {
    picker(element).shadowRoot?.querySelectorAll<HTMLElement>('[role=option]')[place]?.click();
    await settled(element);
  }
}

async function becomeGroup(element: ChatWidgetRoomDialog, name = ''): Promise<void> {
  part(element, 'kind').querySelectorAll('input')[1]?.click();
  await settled(element);
  const field = nameField(element);
  if (!field) throw new Error('no field for the name');
  field.value = name;
  field.dispatchEvent(new InputEvent('input'));
  await settled(element);
}

async function submit(element: ChatWidgetRoomDialog): Promise<void> {
  part(element, 'create').click();
  await settled(element);
}

/** What was asked of the session, after the session said that it is on its way. */
async function wishOf({ element, session }: Mounted<ChatWidgetRoomDialog>): Promise<Wish> {
  await submit(element);
  const wish = session.requests.find(({ name }) => name === 'create-room')?.detail as Wish;
  session.dispatch({ type: 'room-creation-started', ...wish });
  await settled(element);
  return wish;
}

const errors = (element: ChatWidgetRoomDialog): string[] =>
  [element.shadowRoot, picker(element).shadowRoot].flatMap((root) =>
    [...(root?.querySelectorAll('.error') ?? [])].map(textOf).filter(Boolean),
  );

describe('chat-widget-room-dialog', () => {
  describe('accessibility', () => {
    it('is accessible for a direct room, for a group, with errors and after a failure', async () => {
      const mounted = await mountOpen();
      const { element, session } = mounted;
      await expect(element).to.be.accessible();
      await becomeGroup(element);
      await submit(element);
      await expect(element).to.be.accessible();
      await becomeGroup(element, 'Engine');
      await choose(element, 0);
      const { id } = await wishOf(mounted);
      session.dispatch({ type: 'room-creation-failed', id, failure: { message: 'Too many rooms' } });
      await settled(element);
      await expect(element).to.be.accessible();
    });

    it('is a modal dialog with a name, and begins in the field for people', async () => {
      const { element } = await mountOpen();
      expect(dialogOf(element).matches(':modal')).to.equal(true);
      const title = dialogOf(element).getAttribute('aria-labelledby') ?? '';
      expect(textOf(element.shadowRoot?.getElementById(title))).to.equal('New chat');
      expect(element.shadowRoot?.activeElement).to.equal(picker(element));
    });
  });

  describe('opening and closing', () => {
    it('gives the focus back', async () => {
      const { element, provider } = await mount<ChatWidgetRoomDialog>(
        html`<chat-widget-room-dialog></chat-widget-room-dialog>`,
      );
      const opener = document.createElement('button');
      provider.append(opener);
      opener.focus();
      element.show();
      await settled(element);
      expect(document.activeElement).to.equal(element);
      part(element, 'cancel').click();
      await settled(element);
      expect(element.open).to.equal(false);
      expect(document.activeElement).to.equal(opener);
    });

    it('closes by Escape, and nothing around it hears of that', async () => {
      const { element, provider } = await mountOpen();
      const heard: string[] = [];
      provider.addEventListener('keydown', ({ key }) => heard.push(key));
      const closed = oneEvent(dialogOf(element), 'close');
      await sendKeys({ press: 'Escape' });
      await closed;
      expect(element.open).to.equal(false);
      expect(heard).to.eql([]);
    });

    it('opens empty again', async () => {
      const { element } = await mountOpen();
      await becomeGroup(element, 'Engine');
      await choose(element, 0);
      element.hide();
      await settled(element);
      element.show();
      await settled(element);
      expect(nameField(element)).to.equal(null);
      expect(picker(element).value).to.eql([]);
    });

    it('closes when it is removed, and can be opened again afterwards', async () => {
      const { element } = await mountOpen();
      const { parentElement } = element;
      element.remove();
      expect(element.open).to.equal(false);
      await settled(element);
      parentElement?.append(element);
      await settled(element);
      expect(dialogOf(element).open).to.equal(false);
      element.show();
      await settled(element);
      expect(dialogOf(element).matches(':modal')).to.equal(true);
    });
  });

  describe('what it asks for', () => {
    it('asks for a direct room with the one who was chosen', async () => {
      const mounted = await mountOpen();
      await choose(mounted.element, 0, 1);
      const { id, ...wish } = await wishOf(mounted);
      expect(id).not.to.equal('');
      expect(wish).to.eql({ name: '', participants: [linus], isGroup: false });
    });

    it('asks for a group with its name, without spaces around it, and its people', async () => {
      const mounted = await mountOpen();
      await becomeGroup(mounted.element, '  Engine ');
      await choose(mounted.element, 0, 1);
      const { id, ...wish } = await wishOf(mounted);
      expect(id).not.to.equal('');
      expect(wish).to.eql({ name: 'Engine', participants: [grace, linus], isGroup: true });
    });

    it('keeps one of the people when a group becomes a direct room', async () => {
      const { element } = await mountOpen();
      await becomeGroup(element);
      await choose(element, 0, 1);
      part(element, 'kind').querySelectorAll('input')[0]?.click();
      await settled(element);
      expect(picker(element).value).to.eql([grace]);
    });

    it('asks once, however often the button is pressed', async () => {
      const mounted = await mountOpen();
      await choose(mounted.element, 0);
      await wishOf(mounted);
      await submit(mounted.element);
      expect(mounted.session.requests.filter(({ name }) => name === 'create-room')).to.have.length(1);
    });

    it('stays as it is when the page prevents the room', async () => {
      const { element, provider } = await mountOpen();
      provider.addEventListener('chat-create-room-request', (event) => {
        event.preventDefault();
      });
      await choose(element, 0);
      await submit(element);
      expect(element.open).to.equal(true);
      expect(textOf(part(element, 'create'))).to.equal('Start chat');
    });
  });

  describe('what is missing', () => {
    it('says what is missing in a group, and goes to the first field', async () => {
      const { element, session } = await mountOpen();
      await becomeGroup(element);
      await submit(element);
      expect(errors(element)).to.eql(['Give the group a name.', 'Choose at least one person.']);
      expect(element.shadowRoot?.activeElement).to.equal(nameField(element));
      expect(session.requests).to.eql([]);
    });

    it('says whom a direct room lacks', async () => {
      const { element } = await mountOpen();
      await submit(element);
      expect(errors(element)).to.eql(['Choose whom to write to.']);
      expect(element.shadowRoot?.activeElement).to.equal(picker(element));
    });

    it('does not lose what was typed and not chosen', async () => {
      const { element } = await mountOpen();
      await sendKeys({ type: 'Mary' });
      await submit(element);
      expect(errors(element)).to.eql(['Choose who is meant by “Mary”, or empty the field.']);
      expect(picker(element).pendingText).to.equal('Mary');
    });

    it('takes a sentence back once its field is filled', async () => {
      const { element } = await mountOpen();
      await becomeGroup(element);
      await submit(element);
      await choose(element, 0);
      expect(errors(element)).to.eql(['Give the group a name.']);
      await becomeGroup(element, 'E');
      expect(errors(element)).to.eql([]);
    });
  });

  describe('what becomes of it', () => {
    it('shows that it is on its way', async () => {
      const mounted = await mountOpen();
      await choose(mounted.element, 0);
      await wishOf(mounted);
      const create = part(mounted.element, 'create');
      expect(textOf(create)).to.equal('Creating…');
      expect(create.getAttribute('aria-disabled')).to.equal('true');
    });

    it('opens the room once it is created, closes, and forgets the wish', async () => {
      const mounted = await mountOpen();
      const { element, session, provider } = mounted;
      await choose(element, 0);
      const { id } = await wishOf(mounted);
      const selected = oneEvent(provider, 'chat-room-select');
      session.dispatch({
        type: 'room-added',
        room: roomWith([], { id: 'new', name: '', isGroup: false, participants: [ada, grace] }),
      });
      expect((await selected).detail).to.eql({ roomId: 'new' });
      await settled(element);
      expect(element.open).to.equal(false);
      expect(dialogOf(element).open).to.equal(false);
      expect(session.requests.at(-1)).to.eql({ name: 'forget-room-creation', detail: { id } });
    });

    it('says why it was not created, keeps everything, and can be tried again', async () => {
      const mounted = await mountOpen();
      const { element, session } = mounted;
      await becomeGroup(element, 'Engine');
      await choose(element, 0);
      const { id } = await wishOf(mounted);
      session.dispatch({ type: 'room-creation-failed', id, failure: { message: 'Too many rooms' } });
      await settled(element);
      expect(textOf(element.shadowRoot?.querySelector('[role=alert]'))).to.equal('Not created: Too many rooms');
      expect(nameField(element)?.value).to.equal('Engine');
      expect(picker(element).value).to.eql([grace]);
      await submit(element);
      expect(textOf(element.shadowRoot?.querySelector('[role=alert]'))).to.equal('');
      const wishes = session.requests.filter(({ name }) => name === 'create-room');
      expect(new Set(wishes.map(({ detail }) => (detail as Wish).id)).size).to.equal(2);
    });

    it('opens the direct room that is there already instead of a second one', async () => {
      const { element, session, provider } = await mountOpen();
      session.dispatch({
        type: 'rooms-received',
        rooms: [roomWith([], { id: 'known', isGroup: false, participants: [ada, grace] })],
      });
      await choose(element, 0);
      await submit(element);
      expect(provider.activeRoomId).to.equal('known');
      expect(element.open).to.equal(false);
      expect(session.requests).to.eql([]);
    });

    it('forgets the wish when it is removed meanwhile', async () => {
      const mounted = await mountOpen();
      await choose(mounted.element, 0);
      const { id } = await wishOf(mounted);
      mounted.element.remove();
      expect(mounted.session.requests.at(-1)).to.eql({ name: 'forget-room-creation', detail: { id } });
    });

    it('forgets the wish when it is closed meanwhile', async () => {
      const mounted = await mountOpen();
      const { element, session, provider } = mounted;
      await choose(element, 0);
      const { id } = await wishOf(mounted);
      element.hide();
      expect(session.requests.at(-1)).to.eql({ name: 'forget-room-creation', detail: { id } });
      session.dispatch({ type: 'room-added', room: roomWith([], { isGroup: false, participants: [ada, grace] }) });
      await settled(element);
      expect(provider.activeRoomId).to.equal(undefined);
    });
  });

  it('can be used by keys alone', async () => {
    const { element, session } = await mountOpen();
    await sendKeys({ type: 'lin' });
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(picker(element).value).to.eql([linus]);
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(session.requests.map(({ name }) => name)).to.eql(['create-room']);
  });
});
