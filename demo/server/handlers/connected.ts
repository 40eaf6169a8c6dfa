import type { ConnectedAcknowledgement } from '../../../src/protocol/extensions.ts';
import { channelOfRoom, channelOfUser, type ChatSocket, type Context } from '../context.ts';
import type { Inbound } from '../schemas.ts';
import { Refusal } from '../refusal.ts';

/** The longest delay that a timer takes. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * Proves who is there by the token: that of the payload, else that of the handshake.
 * `sid` and `user` are claims of the client; neither is believed.
 */
export async function connected(
  context: Context,
  socket: ChatSocket,
  payload: Inbound['connected'],
): Promise<ConnectedAcknowledgement> {
  const { token: handshakeToken } = socket.handshake.auth as { token?: unknown };
  const fallback = typeof handshakeToken === 'string' ? handshakeToken : undefined;
  const identity = await context.authenticator.verify(payload.token ?? fallback);
  const { identity: before } = socket.data;
  if (before && before.user.user_id !== identity.user.user_id) {
    throw new Refusal('unauthorized', 'This connection belongs to somebody else.');
  }
  await context.repository.saveUser(identity.user);
  const rooms = await context.repository.roomIdsOf(identity.user.user_id);
  await socket.join([channelOfUser(identity.user.user_id), ...rooms.map(channelOfRoom)]);
  if (!before) endWithToken(socket, identity.expiresAt);
  socket.data.identity = identity;
  return { capabilities: ['ack', 'history'] };
}

function endWithToken(socket: ChatSocket, expiresAt: number): void {
  const timer = setTimeout(
    () => {
      socket.emit('error', { code: 'token_expired', message: 'Your sign-in has expired.', event: 'connected' });
      socket.disconnect();
    },
    Math.min(expiresAt - Date.now(), LONGEST_MS),
  );
  socket.once('disconnect', () => {
    clearTimeout(timer);
  });
}
