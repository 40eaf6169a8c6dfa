import { expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/elements/chat-widget-people-picker/chat-widget-people-picker.ts';
import type { ChatWidgetPeoplePicker } from '../../../src/elements/chat-widget-people-picker/chat-widget-people-picker.ts';
import { ada, grace, linus } from '../../support/fixtures.ts';
import { mount, type Mounted, part, textOf } from '../../support/mount.ts';

const mary = { id: '61010d7ce4c9786a417b4104', name: 'Mary Somerville', email: '' };

const mountPicker = (single = false): Promise<Mounted<ChatWidgetPeoplePicker>> =>
  mount<ChatWidgetPeoplePicker>(
    html`<chat-widget-people-picker label="People" ?single=${single}></chat-widget-people-picker>`,
    ({ session }) => {
      session.setContacts([linus, grace, mary, ada]);
    },
  );

const input = (element: ChatWidgetPeoplePicker): HTMLInputElement => part(element, 'input') as HTMLInputElement;
const options = (element: ChatWidgetPeoplePicker): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>('[role=option]') ?? []),
];
const optionTexts = (element: ChatWidgetPeoplePicker): string[] => options(element).map(textOf);
const chips = (element: ChatWidgetPeoplePicker): string[] =>
  [...(element.shadowRoot?.querySelectorAll('[part=chip]') ?? [])].map(textOf);
const names = ({ value }: ChatWidgetPeoplePicker): string[] => value.map(({ name, email, id }) => name || email || id);

async function type(element: ChatWidgetPeoplePicker, text: string): Promise<void> {
  input(element).value = text;
  input(element).dispatchEvent(new InputEvent('input'));
  await element.updateComplete;
}

async function press(element: ChatWidgetPeoplePicker, ...keys: string[]): Promise<void> {
  element.focus();
  for (const key of keys) {
    await sendKeys({ press: key });
    await element.updateComplete;
  }
}

async function choose(element: ChatWidgetPeoplePicker, place: number): Promise<void> {
  options(element)[place]?.click();
  await element.updateComplete;
}

describe('chat-widget-people-picker', () => {
  describe('accessibility', () => {
    it('is accessible empty, with a choice, with an error and with an active option', async () => {
      const { element } = await mountPicker();
      await expect(element).to.be.accessible();
      await choose(element, 0);
      element.error = 'Choose somebody.';
      await press(element, 'ArrowDown');
      await expect(element).to.be.accessible();
    });

    it('names the active option and describes the field by hint and error', async () => {
      const { element } = await mountPicker();
      element.error = 'Choose somebody.';
      await press(element, 'ArrowDown', 'ArrowDown');
      const active = input(element).getAttribute('aria-activedescendant') ?? '';
      expect(textOf(element.shadowRoot?.getElementById(active))).to.match(/^Linus Pauling/);
      const described = (input(element).getAttribute('aria-describedby') ?? '').split(' ');
      expect(described.map((id) => textOf(element.shadowRoot?.getElementById(id)))).to.eql([
        'Choose somebody.',
        'Choose from the list, or type a name, an e-mail address or an ID.',
      ]);
      expect(input(element).getAttribute('aria-invalid')).to.equal('true');
    });
  });

  describe('the list', () => {
    it('offers everybody but the person themselves, by name', async () => {
      const { element } = await mountPicker();
      expect(optionTexts(element)).to.eql([
        'Grace Hopper grace@example.org',
        'Linus Pauling linus@example.org',
        'Mary Somerville',
      ]);
    });

    it('begins with those who are online', async () => {
      const { element, session } = await mountPicker();
      session.dispatch({ type: 'presence-received', users: [mary] });
      await element.updateComplete;
      expect(optionTexts(element)[0]).to.match(/^Mary Somerville/);
    });

    it('is filtered by name, address or id', async () => {
      const { element } = await mountPicker();
      for (const query of ['HOPP', 'grace@', grace.id]) {
        await type(element, query);
        expect(optionTexts(element)[0], query).to.equal('Grace Hopper grace@example.org');
      }
    });

    it('says what to do when nobody is known', async () => {
      const { element } = await mount<ChatWidgetPeoplePicker>(
        html`<chat-widget-people-picker label="People"></chat-widget-people-picker>`,
      );
      expect(options(element)).to.have.length(0);
      expect(input(element).getAttribute('aria-expanded')).to.equal('false');
      expect(textOf(element.shadowRoot)).to.contain('Nobody to choose from yet.');
      await expect(element).to.be.accessible();
    });

    it('shows no more than can be looked through', async () => {
      const { element, session } = await mountPicker();
      session.setContacts(
        Array.from({ length: 5000 }, (_, index) => ({ id: `p${index}`, name: `P ${index}`, email: '' })),
      );
      await element.updateComplete;
      expect(options(element)).to.have.length(50);
    });
  });

  describe('choosing', () => {
    it('takes several, shows them as chips and marks them on the list', async () => {
      const { element } = await mountPicker();
      const change = oneEvent(element, 'change');
      await choose(element, 0);
      await change;
      await choose(element, 2);
      expect(names(element)).to.eql(['Grace Hopper', 'Mary Somerville']);
      expect(chips(element)).to.eql(['Grace Hopper', 'Mary Somerville']);
      expect(options(element).map(({ ariaSelected }) => ariaSelected)).to.eql(['true', 'false', 'true']);
    });

    it('lets go of somebody who is chosen again', async () => {
      const { element } = await mountPicker();
      await choose(element, 0);
      await choose(element, 0);
      expect(names(element)).to.eql([]);
    });

    it('replaces the choice where only one may be chosen', async () => {
      const { element } = await mountPicker(true);
      await choose(element, 0);
      await choose(element, 1);
      expect(names(element)).to.eql(['Linus Pauling']);
    });

    it('removes by the button of a chip, and gives the focus back to the field', async () => {
      const { element } = await mountPicker();
      await choose(element, 0);
      const remove = part(element, 'chip').querySelector('button');
      expect(remove?.getAttribute('aria-label')).to.equal('Remove Grace Hopper');
      remove?.click();
      await element.updateComplete;
      expect(names(element)).to.eql([]);
      expect(element.shadowRoot?.activeElement).to.equal(input(element));
    });

    const typed: readonly (readonly [string, string, Partial<typeof ada>])[] = [
      ['an address', 'emmy@example.org', { email: 'emmy@example.org' }],
      ['a name', 'Emmy Noether', { name: 'Emmy Noether' }],
      ['an id', '61010d7ce4c9786a417b4199', { id: '61010d7ce4c9786a417b4199' }],
    ];
    for (const [what, text, expected] of typed) {
      it(`takes ${what} that is typed in`, async () => {
        const { element } = await mountPicker();
        await type(element, text);
        await press(element, 'Enter');
        expect(element.value).to.eql([{ id: '', name: '', email: '', ...expected }]);
        expect(input(element).value).to.equal('');
      });
    }

    it('knows what is typed and not chosen yet', async () => {
      const { element } = await mountPicker();
      await type(element, '  gra ');
      expect(element.pendingText).to.equal('gra');
      await press(element, 'Enter');
      expect(element.pendingText).to.equal('');
      expect(names(element)).to.eql(['Grace Hopper']);
    });
  });

  describe('keyboard', () => {
    it('walks the list and takes by Enter, and leaves Enter to the form otherwise', async () => {
      const { element, provider } = await mountPicker();
      const left: boolean[] = [];
      provider.addEventListener('keydown', (event) => {
        if (event.key === 'Enter') left.push(!event.defaultPrevented);
      });
      await press(element, 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Enter');
      expect(names(element)).to.eql(['Grace Hopper']);
      await press(element, 'Enter');
      expect(names(element)).to.eql(['Grace Hopper']);
      expect(left).to.eql([false, true]);
    });

    it('does not walk beyond the ends', async () => {
      const { element } = await mountPicker();
      await press(element, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
      expect(names(element)).to.eql(['Mary Somerville']);
      await press(element, 'ArrowUp', 'ArrowUp');
      expect(input(element).hasAttribute('aria-activedescendant')).to.equal(false);
    });

    it('removes the last one by Backspace in the empty field only', async () => {
      const { element } = await mountPicker();
      await choose(element, 0);
      await choose(element, 1);
      await type(element, 'x');
      await press(element, 'Backspace');
      expect(names(element)).to.have.length(2);
      await press(element, 'Backspace');
      expect(names(element)).to.eql(['Grace Hopper']);
    });

    it('empties the field by the first Escape and leaves the next one to the dialog', async () => {
      const { element, provider } = await mountPicker();
      const left: boolean[] = [];
      provider.addEventListener('keydown', ({ defaultPrevented }) => left.push(!defaultPrevented));
      await type(element, 'gra');
      await press(element, 'Escape', 'Escape');
      expect(input(element).value).to.equal('');
      expect(left).to.eql([false, true]);
    });

    it('leaves the keys of an input method alone', async () => {
      const { element } = await mountPicker();
      await type(element, 'gra');
      const enter = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, cancelable: true });
      input(element).dispatchEvent(enter);
      expect(enter.defaultPrevented).to.equal(false);
      expect(names(element)).to.eql([]);
    });
  });

  it('keeps the focus, and a phone its keyboard, while options are pressed', async () => {
    const { element } = await mountPicker();
    const press = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
    options(element)[0]?.dispatchEvent(press);
    expect(press.defaultPrevented).to.equal(true);
  });
});
