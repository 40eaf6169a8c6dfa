import { Adapter, type BroadcastOptions, type Session, SessionAwareAdapter } from 'socket.io-adapter';
import type { SocketData } from './context.ts';

/** Large, and asked for on each connection anyway. */
const NOT_KEPT = 'set_chats';

/** Gives a connection that comes back what it missed. A server that was started since has nothing: then it begins anew. */
export class RecoveryAdapter extends SessionAwareAdapter {
  /** @throws Error when the connection must begin anew */
  override async restoreSession(pid: string, offset: string): Promise<Session> {
    // The base class says that it always finds one.
    const session = (await super.restoreSession(pid, offset)) as Session | null;
    const { identity } = (session?.data ?? {}) as SocketData;
    if (!session || !identity || identity.expiresAt <= Date.now()) throw new Error('there is nothing to go on with');
    // Once only: of two connections with one id, the second goes deaf when the first is found dead.
    this.persistSession({ sid: session.sid, pid, rooms: [], data: {} });
    return session;
  }

  override broadcast(packet: { readonly data?: readonly unknown[] }, options: BroadcastOptions): void {
    if (packet.data?.[0] === NOT_KEPT) Adapter.prototype.broadcast.call(this, packet, options);
    else super.broadcast(packet, options);
  }
}
