import type { TypingSignal } from './model.ts';
import { asFields, readObject } from './read-fields.ts';
import { readRoomReference } from './read-message.ts';
import { readSender, readUser } from './read-user.ts';

/** `{ room, user }`, `{ room, user_id, name }`, `{ user }`, a user or a bare user id, or the reason why it is none. */
export function readTyping(payload: unknown): TypingSignal | string {
  const signal = readObject(asFields(payload)?.['data']) ?? payload;
  const fields = readObject(signal);
  const user = readSender(fields) ?? readUser(signal);
  if (!user) return 'no user';
  const roomId = readRoomReference(fields);
  return roomId === undefined ? { user } : { user, roomId };
}
