import type { ChatSocket } from './context.ts';

/** The longest delay that a timer takes. */
const LONGEST_MS = 2 ** 31 - 1;

/** Ends a connection with the token that proved who is there; a fresh one that comes meanwhile gives it more time. */
export function endWithToken(socket: ChatSocket): void {
  const check = (): void => {
    const left = (socket.data.identity?.expiresAt ?? 0) - Date.now();
    if (left > 0) timer = setTimeout(check, Math.min(left, LONGEST_MS));
    else {
      socket.emit('error', { code: 'token_expired', message: 'Your sign-in has expired.', event: 'connected' });
      socket.disconnect();
    }
  };
  let timer: NodeJS.Timeout | undefined;
  check();
  socket.once('disconnect', () => {
    clearTimeout(timer);
  });
}
