import { expect, html } from '@open-wc/testing';
import '../../../src/elements/chat-widget-connection-status/chat-widget-connection-status.ts';
import type { ChatWidgetConnectionStatus } from '../../../src/elements/chat-widget-connection-status/chat-widget-connection-status.ts';
import { en } from '../../../src/localization/en.ts';
import type { ConnectionState, ConnectionStatus } from '../../../src/protocol/connection-state.ts';
import { mount, part, textOf } from '../../support/mount.ts';
import { fakeSystemClock } from '../../support/system-clock.ts';

const status = html`<chat-widget-connection-status></chat-widget-connection-status>`;
const expired = { message: 'The token has expired.', code: 'expired' };

describe('chat-widget-connection-status', () => {
  const time = fakeSystemClock();

  async function mountStatus(template = status) {
    const { element, provider, session } = await mount<ChatWidgetConnectionStatus>(template);
    const become = async (status: ConnectionStatus, more: Partial<ConnectionState> = {}): Promise<void> => {
      session.dispatch({ type: 'connection-changed', connection: { status, attempt: 0, ...more } });
      await element.updateComplete;
    };
    const pass = async (ms: number): Promise<void> => {
      time.clock.pass(ms);
      await element.updateComplete;
    };
    const shown = (): string => textOf(element.shadowRoot?.firstElementChild);
    return { element, provider, session, become, pass, shown };
  }

  it('shows nothing while nothing is wrong', async () => {
    const { element, become, shown } = await mountStatus();
    expect(shown()).to.equal('');
    await become('online');
    expect(shown()).to.equal('');
    expect(() => part(element, 'status')).to.throw();
  });

  const cases: readonly (readonly [ConnectionStatus, Partial<ConnectionState>, string])[] = [
    ['offline', {}, 'You are offline. What you write is sent when you are back. Try now'],
    ['unauthorized', {}, 'The server did not accept your sign-in. Please sign in again. Try again'],
    [
      'unauthorized',
      { error: expired },
      'The server did not accept your sign-in. Please sign in again. The token has expired. Try again',
    ],
    ['failed', { error: expired }, 'There is no connection to the server. The token has expired. Try again'],
    [
      'failed',
      { error: { code: 'invalid_server_url', message: 'no address' } },
      'There is no connection to the server. The address of the chat server is not valid. Try again',
    ],
  ];
  for (const [state, more, sentence] of cases) {
    it(`says at once: ${sentence}`, async () => {
      const { element, become, shown } = await mountStatus();
      await become(state, more);
      expect(shown()).to.equal(sentence);
      expect(part(element, 'status').part.contains(state)).to.equal(true);
      await expect(element).to.be.accessible();
    });
  }

  for (const state of ['connecting', 'reconnecting'] as const) {
    it(`does not flash ${state}, and shows it when it lasts`, async () => {
      const { element, become, pass, shown } = await mountStatus();
      await become(state);
      await pass(900);
      expect(shown()).to.equal('');
      await become('online');
      await pass(5000);
      expect(shown()).to.equal('');

      await become(state);
      await pass(1000);
      expect(shown()).to.match(/onnecting…/);
      await expect(element).to.be.accessible();
    });
  }

  it('counts the attempts where screen readers do not hear each', async () => {
    const { element, become, pass, shown } = await mountStatus();
    await become('reconnecting', { attempt: 1 });
    await pass(1000);
    expect(shown()).to.equal(`${en.reconnecting} Try now`);
    const region = element.shadowRoot?.querySelector('[role=status]');
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    if (region) observer.observe(region, { childList: true, characterData: true, subtree: true });
    await become('reconnecting', { attempt: 4 });
    expect(shown()).to.equal(`${en.reconnecting} Attempt 4 Try now`);
    expect([...changes, ...observer.takeRecords()]).to.have.length(0);
    observer.disconnect();
  });

  it('keeps its live region, so that what comes into it is spoken', async () => {
    const { element, become } = await mountStatus();
    const region = element.shadowRoot?.querySelector('[role=status]');
    expect(region).to.exist;
    await become('offline');
    expect(element.shadowRoot?.querySelector('[role=status]')).to.equal(region);
    expect(textOf(region)).to.match(/^You are offline/);
  });

  it('goes over from one trouble to the next without a gap', async () => {
    const { become, shown } = await mountStatus();
    await become('offline');
    await become('reconnecting', { attempt: 1 });
    expect(shown()).to.match(/^Reconnecting.* is sent when you are back/);
  });

  it('says for a moment that all is well again', async () => {
    const { become, pass, shown } = await mountStatus();
    await become('failed');
    await become('online');
    expect(shown()).to.equal('Connected again');
    await pass(3000);
    expect(shown()).to.equal('');
  });

  it('says nothing when the page itself ended the connection', async () => {
    const { become, shown } = await mountStatus();
    await become('offline');
    await become('idle');
    expect(shown()).to.equal('');
  });

  for (const state of ['offline', 'unauthorized', 'failed'] as const) {
    it(`asks for a connection by its button when ${state}`, async () => {
      const { element, session, become } = await mountStatus();
      await become(state);
      part(element, 'retry').click();
      expect(session.requests).to.eql([{ name: 'reconnect', detail: {} }]);
    });
  }

  it('keeps the focus when its button goes, so that the next Tab goes on from here', async () => {
    const { element, become, pass } = await mountStatus();
    await become('failed');
    part(element, 'retry').focus();
    await become('online');
    expect(document.activeElement).to.equal(element);
    await pass(3000);
    expect(document.activeElement).to.equal(element);
  });

  it("shows the page's own sentence while offline", async () => {
    const { element, become } = await mountStatus(
      html`<chat-widget-connection-status><i slot="offline">Call us.</i></chat-widget-connection-status>`,
    );
    await become('offline');
    const slot = element.shadowRoot?.querySelector<HTMLSlotElement>('slot[name=offline]');
    expect(textOf(slot?.assignedElements()[0])).to.equal('Call us.');
  });

  const LAYOUTS: readonly (readonly [what: string, retry: string, isBelow: boolean])[] = [
    ['beside its sentence where there is room', 'Try again', false],
    ['below its sentence rather than squeeze it', 'Erneut versuchen', true],
    ['below a sentence in large letters, which stays beside its sign', 'Try again', true],
  ];
  for (const [what, retry, isBelow] of LAYOUTS) {
    it(`has its button ${what}`, async () => {
      const { element, provider, become } = await mountStatus();
      provider.strings = { retry };
      const letters = `${what.includes('large') ? 32 : 16}px`;
      provider.style.cssText = `display: block; inline-size: 320px; font-size: ${letters}; --_cw-rem: ${letters}`;
      await become('failed');
      const [icon, words, button] = [...part(element, 'status').children].map((each) => each.getBoundingClientRect());
      expect(words?.width).to.be.greaterThan(140);
      expect(button && words && button.top >= words.bottom).to.equal(isBelow);
      expect(icon && words && icon.bottom > words.top).to.equal(true);
      expect(element.scrollWidth).to.be.at.most(320);
    });
  }

  it('leaves no timer behind when it is removed', async () => {
    const { element, become } = await mountStatus();
    await become('reconnecting');
    expect(time.clock.waiting).to.equal(1);
    element.remove();
    expect(time.clock.waiting).to.equal(0);
  });
});
