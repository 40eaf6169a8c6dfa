import type { Core } from './core.ts';

/** So long the server may be silent after it was asked who is there. */
const SILENCE_MS = 8000;

/**
 * Asks who is online. Where the server has answered before, silence means that the connection is dead: nothing else would
 * tell before the ping timeout.
 * @returns false when there is no connection
 */
export function askPresence({ connection, platform, state, timers, wire }: Core): boolean {
  const askedAt = platform.clock.now();
  const isSent = wire.emit('online_status', { user: state.self }) === 'sent';
  if (isSent && state.presence.known) {
    timers.set('silence', SILENCE_MS, () => {
      if (connection.heardAt < askedAt) connection.doubt();
    });
  }
  return isSent;
}
