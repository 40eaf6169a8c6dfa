import { expect, html } from '@open-wc/testing';
import '../../../src/elements/chat-widget-typing-indicator/chat-widget-typing-indicator.ts';
import type { ChatWidgetTypingIndicator } from '../../../src/elements/chat-widget-typing-indicator/chat-widget-typing-indicator.ts';
import type { User } from '../../../src/protocol/model.ts';
import { ada, grace, linus } from '../../support/fixtures.ts';
import { mount, part, textOf, type Mounted } from '../../support/mount.ts';
import { fakeSystemClock } from '../../support/system-clock.ts';

const margaret: User = { id: 'margaret', name: '', email: 'margaret@example.org' };

async function open(...users: User[]): Promise<Mounted<ChatWidgetTypingIndicator>> {
  const mounted = await mount<ChatWidgetTypingIndicator>(
    html`<chat-widget-typing-indicator></chat-widget-typing-indicator>`,
    (provider) => {
      provider.activeRoomId = 'room-1';
    },
  );
  for (const user of users) mounted.session.dispatch({ type: 'typing-started', roomId: 'room-1', user });
  await mounted.element.updateComplete;
  return mounted;
}

const spoken = (element: ChatWidgetTypingIndicator): string =>
  textOf(element.shadowRoot?.querySelector('[role=status]'));
const shown = (element: ChatWidgetTypingIndicator): string =>
  textOf(element.shadowRoot?.querySelector('[part=indicator]'));

describe('chat-widget-typing-indicator', () => {
  const time = fakeSystemClock();

  for (const theme of ['light', 'dark']) {
    it(`is accessible, ${theme}`, async () => {
      const { element, provider } = await open(grace);
      provider.setAttribute('theme', theme);
      for (const animation of element.shadowRoot?.getAnimations() ?? []) animation.cancel();
      await expect(element).to.be.accessible();
    });
  }

  const cases: readonly [users: User[], sentence: string][] = [
    [[], ''],
    [[grace], 'Grace Hopper is typing…'],
    [[margaret], 'margaret@example.org is typing…'],
    [[linus, grace], 'Linus Pauling and Grace Hopper are typing…'],
    [[linus, grace, margaret], 'Several people are typing…'],
    [[ada], ''],
  ];
  for (const [users, sentence] of cases) {
    it(`says ${JSON.stringify(sentence)} while ${users.map(({ id }) => id.slice(-2)).join(', ') || 'nobody'} types`, async () => {
      const { element } = await open(...users);
      expect(shown(element)).to.equal(sentence);
    });
  }

  it('is as high while nobody types, and with a name that is too long', async () => {
    const { element, session } = await open();
    const { height } = element.getBoundingClientRect();
    expect(height).to.be.greaterThan(10);
    session.dispatch({ type: 'typing-started', roomId: 'room-1', user: { ...grace, name: 'x'.repeat(900) } });
    await element.updateComplete;
    expect(element.getBoundingClientRect().height).to.equal(height);
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
  });

  it('shows names as text', async () => {
    const { element } = await open({ ...grace, name: '<img src=x onerror=alert(1)>' });
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
    expect(shown(element)).to.contain('<img src=x');
  });

  it('is about its own room only', async () => {
    const { element, session } = await open();
    session.dispatch({ type: 'typing-started', roomId: 'room-2', user: grace });
    await element.updateComplete;
    expect(shown(element)).to.equal('');
    element.room = 'room-2';
    await element.updateComplete;
    expect(shown(element)).to.equal('Grace Hopper is typing…');
  });

  it('hides the dots from screen readers', async () => {
    const { element } = await open(grace);
    expect(part(element, 'dots').getAttribute('aria-hidden')).to.equal('true');
  });

  it('speaks when somebody types for a while, and no more when they stopped', async () => {
    const { element, session } = await open(grace);
    time.clock.pass(1400);
    await element.updateComplete;
    expect(spoken(element)).to.equal('');
    time.clock.pass(100);
    await element.updateComplete;
    expect(spoken(element)).to.equal('Grace Hopper is typing…');
    session.dispatch({ type: 'typing-ended', roomId: 'room-1', user: grace });
    await element.updateComplete;
    expect(spoken(element)).to.equal('');
  });
});
