import type { WireUser } from '../../../src/protocol/events.ts';
import { channelOfUser, type Context, type Handler } from '../context.ts';
import { Refusal } from '../refusal.ts';
import type { WireMessage } from '../repository/wire.ts';
import type { Inbound } from '../schemas.ts';
import { participantsOf } from './participants-of.ts';

type Payload = Inbound['new_message'];

export interface MessageAnswer {
  readonly message: WireMessage;
}

/** Saves a message once for each `client_id` of its sender, and answers with what was saved first. */
export const newMessage: Handler<Payload> = (context, _socket, { user }, payload): Promise<MessageAnswer> =>
  // One after another: what is sent again over a new connection must find what the old one is still saving.
  context.queues.run(`sender ${user.user_id}`, async () => {
    const { client_id: clientId } = payload;
    const first = clientId === undefined ? undefined : await context.repository.findSent(user.user_id, clientId);
    if (!first) return { message: await save(context, user, payload) };
    await participantsOf(context, first.room, user.user_id);
    return { message: first };
  });

/** Saves a message, then broadcasts it to all participants of the room, the sender included. */
async function save(context: Context, user: WireUser, payload: Payload): Promise<WireMessage> {
  const { config, limits, queues, repository, server } = context;
  const { room, message_body: body, type, client_id: clientId } = payload;
  if (body.length > config.maxMessageLength) {
    throw new Refusal(
      'message_too_long',
      `A message may have ${config.maxMessageLength} characters; this one has ${body.length}.`,
    );
  }
  await limits.spend('messages', user.user_id);
  return queues.run(`room ${room}`, async () => {
    const participants = await participantsOf(context, room, user.user_id);
    const message = await repository.createMessage({ room, user, type, body, clientId });
    server.to(participants.map(channelOfUser)).emit('message_broadcast', message);
    return message;
  });
}
