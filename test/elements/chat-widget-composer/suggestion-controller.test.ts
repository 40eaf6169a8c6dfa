import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { LitElement, type TemplateResult } from 'lit';
import { SuggestionController } from '../../../src/elements/chat-widget-composer/suggestion-controller.ts';
import type { Token } from '../../../src/elements/chat-widget-composer/token-before.ts';

const WORDS = ['one', 'two', 'three'];

class Suggesting extends LitElement {
  asked: Token[] = [];
  readonly suggestions = new SuggestionController(this, {
    findArea: () => this.area,
    find: (token) => {
      this.asked.push(token);
      return WORDS.filter((word) => word.startsWith(token.query)).map((word) => ({ text: `<${word}>`, content: word }));
    },
  });

  get area(): HTMLTextAreaElement {
    return this.renderRoot.querySelector('textarea')!;
  }

  get options(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role=option]')];
  }

  get chosen(): (string | undefined)[] {
    return this.options
      .filter(({ ariaSelected }) => ariaSelected === 'true')
      .map((option) => option.textContent.trim());
  }

  override render(): TemplateResult {
    return html`<textarea
        @input=${() => this.suggestions.follow(true)}
        @keydown=${(event: KeyboardEvent) => {
          if (this.suggestions.takes(event)) event.preventDefault();
        }}
      ></textarea>
      ${this.suggestions.render('Suggestions', () => {})}`;
  }
}
customElements.define('test-suggesting', Suggesting);

describe('SuggestionController', () => {
  let host: Suggesting;

  beforeEach(async () => {
    host = await fixture<Suggesting>(html`<test-suggesting></test-suggesting>`);
    host.area.focus();
  });

  async function type(text: string): Promise<void> {
    await sendKeys({ type: text });
    await host.updateComplete;
  }

  async function press(key: string): Promise<void> {
    await sendKeys({ press: key });
    await host.updateComplete;
  }

  it('shows what may be meant, over everything, with the first one chosen', async () => {
    await type('Hi @');
    expect(host.renderRoot.querySelector('[role=listbox]')?.matches(':popover-open')).to.equal(true);
    expect(host.options.map(({ textContent }) => textContent.trim())).to.deep.equal(WORDS);
    expect(host.chosen).to.deep.equal(['one']);
    expect(host.renderRoot.querySelector(`#${host.suggestions.activeId}`)).to.equal(host.options[0]);
  });

  it('is gone when nothing may be meant', async () => {
    await type('Hi @tx');
    expect(host.suggestions.count).to.equal(0);
    expect(host.suggestions.activeId).to.equal(undefined);
    expect(host.renderRoot.querySelector('[role=listbox]')).to.equal(null);
  });

  const walks: readonly [keys: readonly string[], chosen: string][] = [
    [['ArrowDown'], 'two'],
    [['ArrowDown', 'ArrowDown', 'ArrowDown'], 'one'],
    [['ArrowUp'], 'three'],
    [['ArrowDown', 'ArrowUp'], 'one'],
  ];
  for (const [keys, chosen] of walks) {
    it(`chooses ${chosen} by ${keys.join(', ')}, and leaves the caret`, async () => {
      await type('@');
      for (const key of keys) await press(key);
      expect(host.chosen).to.deep.equal([chosen]);
      expect(host.area.selectionStart).to.equal(1);
    });
  }

  it('begins with the first one again when more is typed', async () => {
    await type('@');
    await press('ArrowDown');
    await press('ArrowDown');
    await type('t');
    expect(host.chosen).to.deep.equal(['two']);
  });

  for (const key of ['Enter', 'Tab']) {
    it(`writes the chosen one in place of what was typed, by ${key}`, async () => {
      await type('Hi @t!');
      await press('ArrowLeft');
      host.suggestions.follow();
      await host.updateComplete;
      await press('ArrowDown');
      await press(key);
      expect(host.area.value).to.equal('Hi <three>!');
      expect(host.area.selectionStart).to.equal('Hi <three>'.length);
      expect(host.suggestions.count).to.equal(0);
      expect(host.renderRoot.contains(host.area) && host.shadowRoot?.activeElement).to.equal(host.area);
    });
  }

  it('can be undone', async () => {
    await type('Hi @t');
    await press('Enter');
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'z' });
    await sendKeys({ up: 'Control' });
    expect(host.area.value).to.equal('Hi @t');
  });

  it('writes what is clicked, and the text keeps the focus', async () => {
    await type('@');
    const box = host.options[2]?.getBoundingClientRect();
    const position: [number, number] = [Math.round((box?.x ?? 0) + 5), Math.round((box?.y ?? 0) + 5)];
    await sendMouse({ type: 'click', position });
    expect(host.area.value).to.equal('<three>');
    expect(host.shadowRoot?.activeElement).to.equal(host.area);
  });

  it('is closed by Escape, and stays so until something else is begun', async () => {
    await type('@t');
    await press('Escape');
    expect(host.suggestions.count).to.equal(0);
    await type('w');
    expect(host.suggestions.count).to.equal(0);
    await type(' @');
    expect(host.suggestions.count).to.equal(3);
  });

  for (const [what, init] of [
    ['Shift+Enter', { key: 'Enter', shiftKey: true }],
    ['Ctrl+Enter', { key: 'Enter', ctrlKey: true }],
    ['Shift+Tab', { key: 'Tab', shiftKey: true }],
    ['a letter', { key: 'x' }],
  ] as const) {
    it(`leaves ${what} to the text`, async () => {
      await type('@');
      expect(host.suggestions.takes(new KeyboardEvent('keydown', init))).to.equal(false);
    });
  }

  it('takes no key while it is closed', () => {
    expect(host.suggestions.takes(new KeyboardEvent('keydown', { key: 'Enter' }))).to.equal(false);
  });

  it('writes a short code that is whole without a choice', async () => {
    await type(':two:');
    expect(host.area.value).to.equal('<two>');
  });

  it('does so only when it is typed', async () => {
    host.area.value = ':two:';
    host.suggestions.follow();
    await host.updateComplete;
    expect(host.area.value).to.equal(':two:');
    expect(host.suggestions.count).to.equal(0);
  });

  it('asks for nothing while something is selected', async () => {
    await type('@t');
    host.asked = [];
    host.area.select();
    host.suggestions.follow();
    expect(host.asked).to.deep.equal([]);
    expect(host.suggestions.count).to.equal(0);
  });
});
