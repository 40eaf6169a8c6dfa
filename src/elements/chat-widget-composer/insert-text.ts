/** The command that browsers keep for editing: it is the only way of changing a field that can be undone. */
interface Editing {
  execCommand(command: 'insertText', showUI: false, text: string): boolean;
}

/** Puts a text in place of the selection, as if it were typed. The field takes the focus. */
export function insertText(area: HTMLTextAreaElement, text: string): void {
  area.focus();
  const editing: Editing = area.ownerDocument;
  if (editing.execCommand('insertText', false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data: text }));
}
