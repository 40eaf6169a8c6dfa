import type { Decoded } from './decoded.ts';
import { CAPABILITIES, type ConnectedAcknowledgement, type MessageAnswer, type MessagesPage } from './extensions.ts';
import type { RoomId } from './model.ts';
import { readError } from './read-error.ts';
import { asFields, type Fields, firstOf, names, parseText, readFlag, readObject } from './read-fields.ts';
import { findList, readList, UNREADABLE } from './read-list.ts';
import { readMessage } from './read-message.ts';

const HAS_MORE = names('has_more');
const MESSAGE = names('message data');
const WRAPPER = names('data result');

/** What an answer does not say itself. */
export interface AnswerContext {
  /** Epoch milliseconds of arrival. */
  readonly now: number;
  /** The room that was asked about. */
  readonly roomId: RoomId;
}

/** What the server's answer to `connected` announces; nothing when it is no such answer. */
export function decodeAcknowledgement(answer: unknown): ConnectedAcknowledgement {
  try {
    const announced = asFields(parseText(answer))?.['capabilities'];
    return { capabilities: Array.isArray(announced) ? CAPABILITIES.filter((name) => announced.includes(name)) : [] };
  } catch {
    return { capabilities: [] };
  }
}

/** A page of history; without a value when the server refused, which the problem tells. */
export function decodeMessagesPage(answer: unknown, { now, roomId }: AnswerContext): Decoded<MessagesPage> {
  const problems: string[] = [];
  try {
    const fields = readObject(parseText(answer));
    if (fields?.['error']) return { value: undefined, problems: [readError(fields['error']).message] };
    const list = findList(parseText(answer));
    const messages =
      list &&
      readList(
        list,
        'message',
        problems,
        (element, id) => {
          const message = readMessage(element, { now, roomId, id, embedded: true });
          // A page of another room would be put into this one.
          return typeof message === 'string' || message.roomId === roomId ? message : 'of another room';
        },
        ({ id }) => id,
      );
    if (!messages) return { value: undefined, problems: problems.length > 0 ? problems : ['not a list'] };
    return { value: { messages, hasMore: readHasMore(fields) ?? false }, problems };
  } catch {
    return { value: undefined, problems: [UNREADABLE] };
  }
}

/** Beside the list, wherever that was found. */
function readHasMore(fields: Fields | undefined, depth = 3): boolean | undefined {
  const told = firstOf(fields, HAS_MORE, readFlag);
  if (told !== undefined || depth === 0) return told;
  return firstOf(fields, WRAPPER, (value) => readHasMore(readObject(value), depth - 1));
}

/** What became of a message; undefined when the answer says neither that it was saved nor why not. */
export function decodeMessageAnswer(answer: unknown, { now, roomId }: AnswerContext): MessageAnswer | undefined {
  try {
    const fields = readObject(parseText(answer));
    if (!fields) return undefined;
    if (fields['error']) return { error: readError(fields['error']) };
    const message = readMessage(firstOf(fields, MESSAGE, readObject), { now, roomId });
    return typeof message === 'string' ? undefined : { message: { ...message, roomId } };
  } catch {
    return undefined;
  }
}
