import type { Strings } from '../../localization/strings.ts';
import { TEXT_MESSAGE, type User } from '../../protocol/model.ts';
import { displayName } from '../../store/selectors.ts';
import type { MessageEntry } from '../../store/state.ts';
import { shortText } from '../chat-widget-message/short-text.ts';

/** More than one line can hold. */
const LONGEST = 200;

export interface PreviewBy {
  /** Who wrote it, as far as it is known. */
  readonly author: User;
  readonly own: boolean;
  /** In a room of several people, where the author is named. */
  readonly group: boolean;
}

/** What was said last, in one line. */
export function previewText({ body, type }: MessageEntry, strings: Strings): string {
  return shortText(body, LONGEST) || (type === TEXT_MESSAGE ? '' : strings.unknownMessage);
}

/** By whom it was said, where that is not plain. */
export function previewAuthor({ author, own, group }: PreviewBy, strings: Strings): string {
  if (own) return strings.previewBy(strings.you);
  const name = displayName(author);
  return group && name ? strings.previewBy(name) : '';
}

/** Who types in a room; in a direct one there is only one who can. */
export function typingText(users: readonly User[], strings: Strings): string {
  const [first, second, third] = users;
  if (!first) return '';
  if (!second) return strings.onePersonTypes(displayName(first));
  return third ? strings.severalPeopleType : strings.twoPeopleType(displayName(first), displayName(second));
}
