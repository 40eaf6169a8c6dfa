import type { ConnectedAcknowledgement } from '../../../src/protocol/extensions.ts';
import { channelOfUser, type ChatSocket, type Context } from '../context.ts';
import { endWithToken } from '../end-with-token.ts';
import type { Inbound } from '../schemas.ts';
import { Refusal } from '../refusal.ts';

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
  await socket.join(channelOfUser(identity.user.user_id));
  socket.data.identity = { ...identity, expiresAt: Math.max(identity.expiresAt, before?.expiresAt ?? 0) };
  if (!before) endWithToken(socket);
  return { capabilities: ['ack', 'history'] };
}
