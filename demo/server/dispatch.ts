import * as v from 'valibot';
import type { ClientEventName } from '../../src/protocol/events.ts';
import type { ChatSocket, Context, Handler } from './context.ts';
import { connected } from './handlers/connected.ts';
import { getChats } from './handlers/get-chats.ts';
import { getMessages } from './handlers/get-messages.ts';
import { newMessage } from './handlers/new-message.ts';
import { newRoomCreate } from './handlers/new-room-create.ts';
import { onlineStatus } from './handlers/online-status.ts';
import { endTyping, typingEnd, typingStart } from './handlers/typing.ts';
import { Refusal } from './refusal.ts';
import { type Inbound, problemsOf, schemas } from './schemas.ts';

/** One handler for each event, for people whose identity is proven. */
const handlers: { readonly [E in Exclude<ClientEventName, 'connected'>]: Handler<Inbound[E]> } = {
  get_chats: getChats,
  new_room_create: newRoomCreate,
  new_message: newMessage,
  typing_start: typingStart,
  typing_end: typingEnd,
  online_status: onlineStatus,
  get_messages: getMessages,
};

/** After one of these there is nothing more to say. */
const ENDS = new Set(['unauthorized', 'token_expired']);

/** Listens to all events of a new connection. */
export function dispatch(context: Context, socket: ChatSocket): void {
  for (const event of Object.keys(schemas) as ClientEventName[]) {
    // One after another: a client sends `get_chats` right behind `connected`, while its token is still being verified.
    socket.on(event, (...args: unknown[]) => {
      void context.queues.run(socket.id, () => answer(context, socket, event, args));
    });
  }
  socket.on('disconnect', () => {
    if (socket.data.identity) endTyping(socket, socket.data.identity.user);
  });
}

/** Whatever comes in, the asker gets an answer or a clear error, and the server goes on. */
async function answer(context: Context, socket: ChatSocket, event: ClientEventName, args: unknown[]): Promise<void> {
  const last = args.at(-1);
  const acknowledge = typeof last === 'function' ? (last as (answer: unknown) => void) : undefined;
  try {
    const result = await handle(context, socket, event, acknowledge === args[0] ? undefined : args[0]);
    acknowledge?.(result);
  } catch (error) {
    const refusal = error instanceof Refusal ? error : new Refusal('internal', 'Something went wrong here. Try again.');
    if (refusal !== error) context.log.error({ err: error, event }, 'a handler failed');
    const { code, message } = refusal;
    acknowledge?.({ error: { code, message } });
    // Who asked is told once. An acknowledged `connected` asks for capabilities only, so its refusal is told as documented.
    if (!acknowledge || event === 'connected') socket.emit('error', { code, message, event });
    if (event === 'connected' && ENDS.has(code)) socket.disconnect();
  }
}

async function handle<E extends ClientEventName>(
  context: Context,
  socket: ChatSocket,
  event: E,
  payload: unknown,
): Promise<unknown> {
  const result = v.safeParse(schemas[event], payload);
  if (event !== 'connected' && !socket.data.identity) {
    throw new Refusal('unauthenticated', 'Send `connected` with a valid token first.');
  }
  if (!result.success)
    throw new Refusal('invalid_payload', `This ${event} cannot be read: ${problemsOf(result.issues)}.`);
  return run(context, socket, event, result.output as Inbound[E]);
}

function run<E extends ClientEventName>(
  context: Context,
  socket: ChatSocket,
  event: E,
  payload: Inbound[E],
): Promise<unknown> {
  if (event === 'connected') return connected(context, socket, payload as Inbound['connected']);
  const handler = handlers[event as Exclude<E, 'connected'>] as Handler<Inbound[E]>;
  const { identity } = socket.data;
  if (!identity) throw new Refusal('unauthenticated', 'Send `connected` with a valid token first.');
  return handler(context, socket, identity, payload);
}
