import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';

/**
 * The ids of all who are in a room, the asker among them. Whether a room exists is nobody's business who is not in it.
 * @throws Refusal with the code `not_a_participant`
 */
export async function participantsOf({ repository }: Context, room: string, asker: string): Promise<string[]> {
  const ids = await repository.participantsOf(room);
  if (!ids.includes(asker)) throw new Refusal('not_a_participant', 'You are not in this room.');
  return ids;
}
