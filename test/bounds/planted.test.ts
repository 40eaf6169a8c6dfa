import { ContextConsumer } from '@lit/context';
import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { SelectController } from '../../src/context/select-controller.ts';
import { sessionContext } from '../../src/context/session-context.ts';
import { checkDrift, checkElements, checkRenders, countRenders } from '../support/bounds.ts';
import { grace, message, roomWith } from '../support/fixtures.ts';
import { mount } from '../support/mount.ts';
import { setPageVisible } from '../support/page-visibility.ts';

/** Every message is a row, and nothing is put right when rows come above. */
class WholeList extends LitElement {
  readonly #messages = new SelectController(this, ({ messages }) => messages.get('room-1'));

  override render(): TemplateResult {
    return html`<div class="scroller" style="height: 300px; overflow-y: auto; overflow-anchor: none">
      ${repeat(
        this.#messages.value?.order ?? [],
        (key) => key,
        (key) => html`<p class="message">${key}</p>`,
      )}
    </div>`;
  }
}
customElements.define('test-whole-list', WholeList);

/** A row that takes all of the state for its own. */
class GreedyRow extends LitElement {
  protected readonly state = new SelectController(this, (state) => state);

  override render(): TemplateResult {
    return html`${this.state.value.rooms.unreadCount}`;
  }
}
customElements.define('test-greedy-row', GreedyRow);

/** Renders at each change, whoever sees it. */
class HastyRow extends LitElement {
  constructor() {
    super();
    new ContextConsumer(this, {
      context: sessionContext,
      callback: (session) => {
        session?.subscribe(() => {
          this.requestUpdate();
          this.performUpdate();
        });
      },
    });
  }
}
customElements.define('test-hasty-row', HastyRow);

async function failureOf(check: () => unknown): Promise<string> {
  try {
    await check();
    return 'none';
  } catch (error) {
    return error instanceof Error ? error.message : 'another';
  }
}

const arriving = (count: number): ReturnType<typeof message>[] => Array.from({ length: count }, () => message());

describe('planted regressions', () => {
  afterEach(() => {
    setPageVisible(true);
  });

  it('a list without a window is over the bound of elements', async () => {
    const { element } = await mount(html`<test-whole-list></test-whole-list>`, ({ session }) => {
      session.dispatch({ type: 'rooms-received', rooms: [roomWith(arriving(3000))] });
    });
    expect(await failureOf(() => checkElements(element))).to.match(/^\d{4} elements, more than 2500/);
  });

  it('elements in shadow roots within shadow roots count', async () => {
    const outer = await fixture(html`<div></div>`);
    const middle = outer.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
    middle.attachShadow({ mode: 'open' }).append(...Array.from({ length: 5 }, () => document.createElement('i')));
    expect(await failureOf(() => checkElements(outer, 6))).to.equal('none');
    expect(await failureOf(() => checkElements(outer, 5))).to.equal('6 elements, more than 5.');
  });

  it('a list without an anchor drifts when older messages come', async () => {
    const shown = arriving(200);
    const { element, session } = await mount(html`<test-whole-list></test-whole-list>`, ({ session }) => {
      session.dispatch({ type: 'rooms-received', rooms: [roomWith(shown.slice(50))] });
    });
    const scroller = element.shadowRoot?.querySelector('.scroller');
    scroller?.scrollTo(0, 1000);
    const line = element.shadowRoot?.querySelectorAll('.message')[40];
    if (!line) throw new Error('There is no such line.');
    const older = (): void => {
      session.dispatch({ type: 'messages-received', messages: shown.slice(0, 50) });
    };
    expect(await failureOf(() => checkDrift(line, older))).to.match(/^The line moved by [1-9]\d+/);
  });

  it('a line that is taken away has drifted', async () => {
    const line = await fixture(html`<p>A line</p>`);
    const remove = (): void => {
      line.remove();
    };
    expect(await failureOf(() => checkDrift(line, remove))).to.equal('The line is not there any more.');
  });

  it('rows that select the whole state are all rendered for one message', async () => {
    const rows = Array.from({ length: 20 }, () => html`<test-greedy-row></test-greedy-row>`);
    const { session } = await mount(html`<div>${rows}</div>`);
    const renders = await countRenders(() => {
      session.dispatch({ type: 'messages-received', messages: arriving(1) });
    });
    expect(await failureOf(() => checkRenders(renders, { 'test-greedy-row': 1 }))).to.equal(
      'test-greedy-row was rendered 20 times, more than 1.',
    );
  });

  it('an element that nothing was said of must not be rendered at all', async () => {
    const { session } = await mount(html`<test-greedy-row></test-greedy-row>`);
    const renders = await countRenders(() => {
      session.setContacts([grace]);
    });
    expect(await failureOf(() => checkRenders(renders, {}))).to.match(/rendered 1 times, more than 0/);
  });

  it('an element that renders at each event of a burst is found, also on a hidden page', async () => {
    const { session } = await mount(html`<test-hasty-row></test-hasty-row>`);
    setPageVisible(false);
    const renders = await countRenders(() => {
      for (const one of arriving(30)) session.dispatch({ type: 'messages-received', messages: [one] });
    });
    expect(await failureOf(() => checkRenders(renders, { 'test-hasty-row': 1 }))).to.equal(
      'test-hasty-row was rendered 30 times, more than 1.',
    );
  });
});
