import { createContext } from '@lit/context';
import type { Strings } from '../localization/strings.ts';

/** The page's own wording, over that of the language. */
export const stringsContext = createContext<Partial<Strings> | undefined>(Symbol.for('chat-widget.strings.v1'));
