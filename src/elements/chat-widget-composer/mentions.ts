import { html } from 'lit';
import type { User } from '../../protocol/model.ts';
import { displayName } from '../../store/selectors.ts';
import '../chat-widget-avatar/chat-widget-avatar.ts';
import type { Suggestion } from './suggestion-controller.ts';

const MOST = 8;

/** Those of whose name a word begins with the query. A name that is written out already is no suggestion. */
export function mentions(query: string, people: readonly User[]): readonly Suggestion[] {
  const sought = ` ${fold(query)}`;
  return people
    .filter((user) => ` ${fold(displayName(user))}`.includes(sought) && displayName(user) !== query)
    .slice(0, MOST)
    .map((user) => {
      const name = displayName(user);
      return {
        text: `@${name} `,
        content: html`<chat-widget-avatar user-id=${user.id} name=${name}></chat-widget-avatar>
          <span class="suggestion-text" dir="auto">${name}</span>`,
      };
    });
}

/** Neither capitals nor accents matter. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
