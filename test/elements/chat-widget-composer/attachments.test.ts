import { expect, html, waitUntil } from '@open-wc/testing';
import '../../../src/elements/chat-widget-composer/chat-widget-composer.ts';
import type { ChatWidgetComposer } from '../../../src/elements/chat-widget-composer/chat-widget-composer.ts';
import type { UploadContext } from '../../../src/context/uploader-context.ts';
import { en } from '../../../src/localization/en.ts';
import type { Requests } from '../../../src/session/requests.ts';
import type { FakeSession } from '../../support/fake-session.ts';
import { room } from '../../support/fixtures.ts';
import { mount, type Mounted, part } from '../../support/mount.ts';
import { reportedErrors } from '../../support/reported-errors.ts';

/** An upload that the test ends when it likes. */
interface Running extends UploadContext {
  readonly file: File;
  readonly finish: (url: string) => void;
  readonly fail: () => void;
}

const file = (name: string): File => new File(['content'], name);

function holding(...files: File[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const each of files) transfer.items.add(each);
  return transfer;
}

describe('attachments', () => {
  let running: Running[];

  async function open(): Promise<Mounted<ChatWidgetComposer>> {
    running = [];
    const mounted = await mount<ChatWidgetComposer>(html`<chat-widget-composer></chat-widget-composer>`, (provider) => {
      const rooms = ['room-1', 'room-2'].map((id) => ({ room: { ...room(), id }, messages: [] }));
      provider.session.dispatch({ type: 'rooms-received', rooms });
      provider.activeRoomId = 'room-1';
      provider.uploader = (each, context) =>
        new Promise((resolve, reject) => {
          running.push({
            ...context,
            file: each,
            finish: (url) => {
              resolve({ url });
            },
            fail: () => {
              reject(new Error('no room left'));
            },
          });
        });
    });
    await mounted.element.updateComplete;
    return mounted;
  }

  const drop = (element: ChatWidgetComposer, ...files: File[]): DragEvent => {
    const event = new DragEvent('drop', {
      dataTransfer: holding(...files),
      bubbles: true,
      cancelable: true,
      composed: true,
    });
    element.dispatchEvent(event);
    return event;
  };
  const chips = (element: ChatWidgetComposer): string[] =>
    [...(element.shadowRoot?.querySelectorAll('[part~=attachment]') ?? [])].map(
      (chip) => `${chip.querySelector('.name, .failure')?.textContent.trim() ?? ''} ${chip.part.item(1) ?? ''}`,
    );
  const bodies = (session: FakeSession): string[] =>
    session.requests.flatMap(({ name, detail }) => (name === 'send' ? [(detail as Requests['send']).body] : []));
  const settled = async (element: ChatWidgetComposer): Promise<void> => {
    await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve));
    await element.updateComplete;
  };

  it('is not offered where the page has no place for files', async () => {
    const { element, provider } = await open();
    expect(part(element, 'attach').title).to.equal(en.attachFiles);
    provider.uploader = undefined;
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('[part=attach]')).to.equal(null);
    expect(drop(element, file('a.txt')).defaultPrevented).to.equal(false);
    expect(running).to.deep.equal([]);
  });

  it('sends what is there, after the text, as anybody can read it', async () => {
    const { element, session } = await open();
    expect(drop(element, file('plan.pdf'), file('a.png')).defaultPrevented).to.equal(true);
    await settled(element);
    expect(chips(element)).to.deep.equal(['plan.pdf uploading', 'a.png uploading']);
    expect((part(element, 'send') as HTMLButtonElement).disabled).to.equal(true);
    running[0]?.progress(0.5);
    await settled(element);
    expect(element.shadowRoot?.querySelector('progress')?.value).to.equal(0.5);
    running[0]?.finish('/files/1');
    running[1]?.finish('https://example.org/a.png');
    await settled(element);
    expect(chips(element)).to.deep.equal(['plan.pdf ready', 'a.png ready']);
    await expect(element).to.be.accessible();
    const area = part(element, 'textarea') as HTMLTextAreaElement;
    area.value = 'Here they are';
    area.dispatchEvent(new InputEvent('input'));
    await element.updateComplete;
    part(element, 'send').click();
    await settled(element);
    expect(bodies(session)).to.deep.equal([
      'Here they are',
      `plan.pdf\n${location.origin}/files/1`,
      'a.png\nhttps://example.org/a.png',
    ]);
    expect(chips(element)).to.deep.equal([]);
  });

  it('says what failed, and tries again', async () => {
    const { element, session } = await open();
    drop(element, file('a.txt'));
    running[0]?.fail();
    await settled(element);
    const alert = element.shadowRoot?.querySelector('[role=alert]');
    expect([...(alert?.children ?? [])].map(({ textContent }) => textContent)).to.deep.equal([
      en.fileNotUploaded('a.txt'),
      'no room left',
    ]);
    await expect(element).to.be.accessible();
    element.shadowRoot?.querySelector<HTMLButtonElement>(`[part~=attachment] [aria-label="${en.retry}"]`)?.click();
    await settled(element);
    expect(chips(element)).to.deep.equal(['a.txt uploading']);
    running[1]?.finish('/a');
    await settled(element);
    part(element, 'send').click();
    expect(bodies(session)).to.have.length(1);
  });

  for (const url of ['javascript:alert(1)', 'blob:x', 'http://']) {
    it(`takes ${url} for a failure, and tells the page's author`, async () => {
      const { element } = await open();
      drop(element, file('a.txt'));
      const errors = await reportedErrors(async () => {
        running[0]?.finish(url);
        await settled(element);
      });
      expect(chips(element)).to.deep.equal([`${en.fileNotUploaded('a.txt')} failed`]);
      expect(errors).to.have.length(1);
      expect(errors[0]).to.contain('uploader');
    });
  }

  it('stays with its room', async () => {
    const { element, provider } = await open();
    drop(element, file('a.txt'));
    await settled(element);
    provider.activeRoomId = 'room-2';
    await settled(element);
    expect(chips(element)).to.deep.equal([]);
    expect(running[0]?.roomId).to.equal('room-1');
    running[0]?.finish('/a');
    provider.activeRoomId = 'room-1';
    await waitUntil(() => chips(element)[0] === 'a.txt ready');
  });

  it('ends with its removal, and with the element', async () => {
    const { element } = await open();
    drop(element, file('a.txt'), file('b.txt'));
    await settled(element);
    element.shadowRoot?.querySelector<HTMLButtonElement>('[part~=attachment] button')?.click();
    await settled(element);
    expect(running.map(({ signal }) => signal.aborted)).to.deep.equal([true, false]);
    expect(chips(element)).to.deep.equal(['b.txt uploading']);
    running[0]?.finish('/late');
    await settled(element);
    expect(chips(element)).to.deep.equal(['b.txt uploading']);
    element.remove();
    expect(running[1]?.signal.aborted).to.equal(true);
  });

  it('takes a picture that is pasted, and leaves text to the field', async () => {
    const { element } = await open();
    const paste = (clipboardData: DataTransfer): ClipboardEvent => {
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      part(element, 'textarea').dispatchEvent(event);
      return event;
    };
    expect(paste(holding(file('shot.png'))).defaultPrevented).to.equal(true);
    const both = holding(file('cell.png'));
    both.setData('text/plain', '42');
    expect(paste(both).defaultPrevented).to.equal(false);
    await settled(element);
    expect(chips(element)).to.deep.equal(['shot.png uploading']);
  });

  it('shows where files can be dropped, also on what it is in', async () => {
    const { element } = await open();
    const around = element.parentElement;
    const over = new DragEvent('dragover', { dataTransfer: holding(file('a.txt')), bubbles: true, cancelable: true });
    around?.dispatchEvent(over);
    await settled(element);
    expect(over.defaultPrevented).to.equal(true);
    expect(part(element, 'drop').textContent).to.equal(en.dropFiles);
    around?.dispatchEvent(new DragEvent('dragleave', { bubbles: true }));
    await settled(element);
    expect(element.shadowRoot?.querySelector('[part=drop]')).to.equal(null);
  });
});
