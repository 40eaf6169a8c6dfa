import type { SessionOptions } from './session.ts';

/** The same place written in different ways is one place. */
export function addressOf({ serverUrl, socketPath = '', namespace = '' }: SessionOptions) {
  return {
    serverUrl: URL.canParse(serverUrl) ? new URL(serverUrl).href : serverUrl,
    socketPath: rooted(socketPath || 'socket.io'),
    namespace: rooted(namespace),
  };
}

function rooted(path: string): string {
  return `/${path.replace(/^\/+|\/+$/g, '')}`;
}

/** Two sessions with the same key are one: the same server, path, namespace and user. */
export function sessionKey(options: SessionOptions): string {
  const { serverUrl, socketPath, namespace } = addressOf(options);
  return JSON.stringify([serverUrl, socketPath, namespace, options.user.id]);
}
