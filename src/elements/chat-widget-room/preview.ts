import type { Strings } from '../../localization/strings.ts';
import { TEXT_MESSAGE, type User } from '../../protocol/model.ts';
import { displayName } from '../../store/selectors.ts';
import type { MessageEntry } from '../../store/state.ts';

/** More than one line can hold; a message may be as long as a book. */
const LONGEST = 200;

export interface PreviewOf {
  readonly entry: MessageEntry;
  /** Who wrote it, as far as it is known. */
  readonly author: User;
  readonly own: boolean;
  /** In a room of several people, where the author is named. */
  readonly group: boolean;
}

/** One line that tells what was said last, and by whom where that is not plain. */
export function previewText({ entry, author, own, group }: PreviewOf, strings: Strings): string {
  const body = entry.body.slice(0, LONGEST).trim();
  const text = body || (entry.type === TEXT_MESSAGE ? '' : strings.unknownMessage);
  if (own) return strings.preview(strings.you, text);
  const name = displayName(author);
  return group && name ? strings.preview(name, text) : text;
}

/** Who types in a room; in a direct one there is only one who can. */
export function typingText(users: readonly User[], strings: Strings): string {
  const [first, second, third] = users;
  if (!first) return '';
  if (!second) return strings.onePersonTypes(displayName(first));
  return third ? strings.severalPeopleType : strings.twoPeopleType(displayName(first), displayName(second));
}
