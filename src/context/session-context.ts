import { createContext } from '@lit/context';
import type { Session } from '../session/session.ts';

/** Shared by name, so that elements of two copies of the script on one page still find each other's provider. */
export const sessionContext = createContext<Session | undefined>(Symbol.for('chat-widget.session.v1'));
