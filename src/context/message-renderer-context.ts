import { createContext } from '@lit/context';
import type { Message } from '../protocol/model.ts';

/**
 * The page's own way to show a message, in place of its text: a node, a text, or a template of Lit; undefined for the
 * usual way. It is called at each render of the message, so it should be quick, and give a new node each time.
 */
export type MessageRenderer = (message: Message) => unknown;

export const messageRendererContext = createContext<MessageRenderer | undefined>(
  Symbol.for('chat-widget.message-renderer.v1'),
);
