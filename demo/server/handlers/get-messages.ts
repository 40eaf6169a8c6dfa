import type { Context, Handler } from '../context.ts';
import { Refusal } from '../refusal.ts';
import type { WireMessage } from '../repository/wire.ts';
import type { Inbound } from '../schemas.ts';
import { participantsOf } from './participants-of.ts';

const LARGEST_PAGE = 100;

export interface MessagesAnswer {
  /** Oldest first. */
  readonly messages: readonly WireMessage[];
  /** Whether the direction that was asked for has more. */
  readonly has_more: boolean;
}

/** Answers with a page of one room's history. */
export const getMessages: Handler<Inbound['get_messages']> = async (
  context,
  _socket,
  { user },
  { room, before, after, limit },
): Promise<MessagesAnswer> => {
  await context.limits.spend('reads', user.user_id);
  await participantsOf(context, room, user.user_id);
  const size = Math.min(Math.max(Math.trunc(limit), 1), LARGEST_PAGE);
  // One more than asked for tells whether there is more.
  const messages = await context.repository.messagesIn({
    room,
    after: await numberOf(context, room, after),
    before: await numberOf(context, room, before),
    limit: size + 1,
  });
  const page = after === undefined ? messages.slice(-size) : messages.slice(0, size);
  return { messages: page, has_more: messages.length > size };
};

/** @throws Refusal with the code `unknown_message` */
async function numberOf(
  { repository }: Context,
  room: string,
  messageId: string | undefined,
): Promise<number | undefined> {
  if (messageId === undefined) return undefined;
  const number = await repository.numberOf(room, messageId);
  if (number === undefined) throw new Refusal('unknown_message', 'This room has no such message.');
  return number;
}
