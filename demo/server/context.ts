import type { Logger } from 'pino';
import type { Server, Socket } from 'socket.io';
import type { ServerEventName } from '../../src/protocol/events.ts';
import type { Identity } from './authenticate.ts';
import type { Authenticator } from './authenticate.ts';
import type { Config } from './config.ts';
import type { Limits } from './limits.ts';
import type { Queues } from './queues.ts';
import type { Repository } from './repository/repository.ts';

export type ServerEvents = Record<ServerEventName, (payload: unknown) => void>;
export interface SocketData {
  /** Set once the token is verified; before that nothing but `connected` is answered. */
  identity?: Identity;
  /** Where this connection is shown as typing, and to whom. */
  typing?: { readonly room: string; readonly participants: readonly string[] };
}
export type ChatServer = Server<
  Record<string, (...args: unknown[]) => void>,
  ServerEvents,
  Record<string, never>,
  SocketData
>;
export type ChatSocket = Socket<
  Record<string, (...args: unknown[]) => void>,
  ServerEvents,
  Record<string, never>,
  SocketData
>;

/** What the handlers work with. */
export interface Context {
  readonly config: Config;
  readonly server: ChatServer;
  readonly repository: Repository;
  readonly authenticator: Authenticator;
  readonly limits: Limits;
  readonly queues: Queues;
  readonly log: Logger;
}

/** A handler of one event, for somebody whose identity is proven. What it returns answers an acknowledgement. */
export type Handler<P> = (context: Context, socket: ChatSocket, identity: Identity, payload: P) => Promise<unknown>;

/**
 * All connections of one user, which they join once and for good. What is meant for a room goes to its participants one
 * by one: a connection that is away misses no room that it is added to meanwhile.
 */
export function channelOfUser(userId: string): string {
  return `user:${userId}`;
}
