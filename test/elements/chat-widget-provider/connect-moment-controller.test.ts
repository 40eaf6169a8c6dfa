import { aTimeout, expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ChatWidgetProvider } from '../../../src/elements/chat-widget-provider/chat-widget-provider.ts';
import '../../../src/elements/chat-widget-provider/chat-widget-provider.ts';
import { afterPaint } from '../../support/after-paint.ts';
import { type Backed, backSession, SERVER_URL } from '../../support/backed-session.ts';
import { ada } from '../../support/fixtures.ts';

describe('connect', () => {
  let backed: Backed;
  let provider: ChatWidgetProvider;

  async function mount(connect: string, style = ''): Promise<void> {
    backed = backSession(ada);
    provider = await fixture<ChatWidgetProvider>(
      html`<chat-widget-provider connect=${connect} server-url=${SERVER_URL} user-id=${ada.id}
        ><button>Inside</button></chat-widget-provider
      >`,
      { parentNode: Object.assign(document.createElement('div'), { style }) },
    );
    await afterPaint(2);
  }

  const calls = async (): Promise<readonly string[]> => {
    await provider.updateComplete;
    return backed.connection.calls;
  };

  const inside = (): HTMLElement => provider.querySelector('button')!;

  afterEach(() => {
    fixtureCleanup();
    backed.lease.release({ linger: false });
    backed.platform.clock.pass(400);
    scrollTo(0, 0);
  });

  for (const mode of ['auto', 'unheard-of', '']) {
    it(`connects at once for "${mode}"`, async () => {
      await mount(mode);
      expect(await calls()).to.eql(['open']);
    });
  }

  describe('visible', () => {
    it('connects at once in the window', async () => {
      await mount('visible');
      expect(await calls()).to.eql(['open']);
    });

    it('waits below the window until it is scrolled to, and connects once', async () => {
      await mount('visible', 'margin-block: 300vh');
      expect(await calls()).to.eql([]);
      expect(provider.getDiagnostics().status).to.equal('idle');
      provider.scrollIntoView();
      await afterPaint(3);
      expect(await calls()).to.eql(['open']);
      scrollTo(0, 0);
      await afterPaint(2);
      provider.scrollIntoView();
      await afterPaint(2);
      expect(await calls()).to.eql(['open']);
    });

    it('knows where it is also without a box of its own', async () => {
      await mount('visible', 'margin-block: 300vh');
      provider.style.display = 'contents';
      inside().scrollIntoView();
      await afterPaint(3);
      expect(await calls()).to.eql(['open']);
    });

    it('does not connect what is hidden', async () => {
      await mount('visible', 'display: none');
      expect(await calls()).to.eql([]);
    });
  });

  describe('intent', () => {
    const signs: readonly (readonly [what: string, act: () => unknown])[] = [
      ['a pointer comes over it', () => inside().dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))],
      ['the focus comes in', () => sendKeys({ press: 'Tab' })],
      ['it is pressed without either', () => inside().dispatchEvent(new MouseEvent('click', { bubbles: true }))],
      ['the page says so', () => provider.connect()],
    ];
    for (const [what, act] of signs) {
      it(`connects when ${what}`, async () => {
        await mount('intent');
        expect(await calls()).to.eql([]);
        await act();
        expect(await calls()).to.eql(['open']);
      });
    }

    it('keeps what the page asked for before', async () => {
      await mount('intent');
      provider.sendMessage('early', 'a');
      provider.setDraft('draft', 'a');
      expect(provider.getDiagnostics().unconfirmed).to.equal(0);
      provider.connect();
      await provider.updateComplete;
      expect(provider.getDiagnostics().unconfirmed).to.equal(1);
    });

    it('stays connected when it is moved', async () => {
      await mount('intent');
      provider.connect();
      await provider.updateComplete;
      provider.parentElement?.append(provider);
      expect(await calls()).to.eql(['open']);
    });

    it('hears nobody after it was removed', async () => {
      await mount('intent');
      const button = inside();
      provider.remove();
      button.click();
      await aTimeout(0);
      expect(await calls()).to.eql([]);
    });
  });
});
