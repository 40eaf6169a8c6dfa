import { expect, html, waitUntil } from '@open-wc/testing';
import '../../../src/elements/chat-widget-timestamp/chat-widget-timestamp.ts';
import type { ChatWidgetTimestamp } from '../../../src/elements/chat-widget-timestamp/chat-widget-timestamp.ts';
import { mount, textOf } from '../../support/mount.ts';
import { fakeSystemClock } from '../../support/system-clock.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('chat-widget-timestamp', () => {
  const time = fakeSystemClock();
  /** Local noon of the day on which the clock stands. */
  const noon = (): number => new Date(time.clock.now()).setHours(12, 0, 0, 0);
  const mountAt = async (moment: number, format = 'short', lang = 'en-GB'): Promise<ChatWidgetTimestamp> => {
    const { element } = await mount<ChatWidgetTimestamp>(
      html`<chat-widget-timestamp lang=${lang} moment=${moment} format=${format}></chat-widget-timestamp>`,
    );
    return element;
  };
  const textAt = async (...args: Parameters<typeof mountAt>): Promise<string> =>
    textOf((await mountAt(...args)).shadowRoot);

  it('is a machine-readable time with the whole date as a tooltip', async () => {
    const element = await mountAt(noon());
    const shown = element.shadowRoot?.querySelector('time');
    expect(shown?.dateTime).to.equal(new Date(noon()).toISOString());
    expect(shown?.title).to.match(/2026.*12:00/);
    await expect(element).to.be.accessible();
  });

  it('is short: the time today, then the day, then the date', async () => {
    expect(await textAt(noon())).to.equal('12:00');
    expect(await textAt(noon() - DAY)).to.equal('yesterday');
    expect(await textAt(noon() - 3 * DAY)).to.equal('Fri');
    expect(await textAt(noon() - 40 * DAY)).to.equal('25 Mar');
    expect(await textAt(noon() - 400 * DAY)).to.equal('30/03/2025');
    expect(await textAt(noon() + DAY)).to.equal('5 May');
  });

  it('has the other formats, and takes an unknown one for the default', async () => {
    expect(await textAt(noon() - DAY, 'time')).to.equal('12:00');
    expect(await textAt(noon(), 'day')).to.equal('today');
    expect(await textAt(noon(), 'constructor')).to.equal('12:00');
  });

  it("speaks the page's language", async () => {
    const { shadowRoot } = await mountAt(noon() - DAY, 'short', 'fr');
    // Texts and formats of a language come together, once it is there.
    await waitUntil(() => textOf(shadowRoot) === 'hier');
  });

  for (const moment of ['soon', '1e300', 'Infinity']) {
    it(`shows nothing for the moment ${JSON.stringify(moment)}`, async () => {
      const { element } = await mount<ChatWidgetTimestamp>(
        html`<chat-widget-timestamp moment=${moment}></chat-widget-timestamp>`,
      );
      expect(textOf(element.shadowRoot)).to.equal('');
    });
  }

  it('shows nothing once its moment is taken away', async () => {
    const element = await mountAt(noon());
    element.removeAttribute('moment');
    await element.updateComplete;
    expect(textOf(element.shadowRoot)).to.equal('');
  });

  it('becomes yesterday at midnight, with one timer for all', async () => {
    const elements = [await mountAt(noon()), await mountAt(noon()), await mountAt(noon(), 'day')];
    expect(time.clock.waiting).to.equal(1);
    time.clock.pass(DAY);
    await Promise.all(elements.map(({ updateComplete }) => updateComplete));
    expect(elements.map(({ shadowRoot }) => textOf(shadowRoot))).to.eql(['yesterday', 'yesterday', 'yesterday']);
    expect(time.clock.waiting).to.equal(1);
    time.clock.pass(DAY);
    await Promise.all(elements.map(({ updateComplete }) => updateComplete));
    expect(textOf(elements[0]?.shadowRoot)).to.equal('Mon');
  });

  it('leaves no timer behind, and has one again when it is back', async () => {
    const element = await mountAt(noon());
    const { parentElement } = element;
    element.remove();
    expect(time.clock.waiting).to.equal(0);
    parentElement?.append(element);
    expect(time.clock.waiting).to.equal(1);
    element.remove();
    expect(time.clock.waiting).to.equal(0);
  });
});
