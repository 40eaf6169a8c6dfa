import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { insertText } from '../../../src/elements/chat-widget-composer/insert-text.ts';

async function fieldWith(value: string, start: number, end: number): Promise<HTMLTextAreaElement> {
  const area = await fixture<HTMLTextAreaElement>(html`<textarea .value=${value}></textarea>`);
  area.setSelectionRange(start, end);
  return area;
}

describe('insertText', () => {
  it('writes at the caret, which ends behind it', async () => {
    const area = await fieldWith('Hello !', 6, 6);
    insertText(area, '👩‍💻');
    expect(area.value).to.equal('Hello 👩‍💻!');
    expect(area.selectionStart).to.equal(6 + '👩‍💻'.length);
    expect(document.activeElement).to.equal(area);
  });

  it('replaces what is selected, can be undone, and tells of both', async () => {
    const area = await fieldWith('Hello @gr!', 6, 9);
    const values: string[] = [];
    area.addEventListener('input', () => values.push(area.value));
    insertText(area, '@Grace ');
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'z' });
    await sendKeys({ up: 'Control' });
    expect(values).to.deep.equal(['Hello @Grace !', 'Hello @gr!']);
  });

  it('works where a browser refuses the command', async () => {
    const area = await fieldWith('Hello !', 6, 6);
    const values: string[] = [];
    area.addEventListener('input', () => values.push(area.value));
    Object.defineProperty(document, 'execCommand', { configurable: true, value: () => false });
    try {
      insertText(area, 'you');
    } finally {
      Reflect.deleteProperty(document, 'execCommand');
    }
    expect(values).to.deep.equal(['Hello you!']);
    expect(area.selectionStart).to.equal(9);
  });
});
