import type { LitElement } from 'lit';
import type { ChatWidgetComposer } from '../chat-widget-composer/chat-widget-composer.ts';

/**
 * Moves the focus along when a room was opened or left: in a narrow panel the list goes, or the room, and what has the
 * focus must not go with it. Beside the list, whoever chose a room wants to write in it.
 * @param focused - What had the focus before, of this root.
 */
export async function followRoom(root: ParentNode, focused: Element | null, hasRoom: boolean): Promise<void> {
  if (!focused?.closest(hasRoom ? '.rooms' : '.room')) return;
  const narrow = isNarrow(root);
  // Without a finger's wish to write, no keyboard should cover half of the screen.
  if (!narrow && (!hasRoom || matchMedia('(pointer: coarse)').matches)) return;
  if (!narrow) {
    const composer = root.querySelector<ChatWidgetComposer>('chat-widget-composer');
    await composer?.updateComplete;
    composer?.focusQuietly();
    return;
  }
  const next = root.querySelector<LitElement>(hasRoom ? 'chat-widget-room-header' : 'chat-widget-room-list');
  await next?.updateComplete;
  next?.focus();
  // There may be nothing yet that takes it.
  if (!next?.matches(':focus-within')) root.querySelector<HTMLElement>('.panel')?.focus();
}

/** The list and the room lie on each other. */
export function isNarrow(root: ParentNode): boolean {
  const back = root.querySelector('.back');
  return back !== null && getComputedStyle(back).display !== 'none';
}
