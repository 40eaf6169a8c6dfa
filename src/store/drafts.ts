import type { RoomId } from '../protocol/model.ts';
import type { State } from './state.ts';

type Drafts = State['drafts'];

/** An empty draft has no entry. */
export function changeDraft(drafts: Drafts, roomId: RoomId, text: string): Drafts {
  if ((drafts.get(roomId) ?? '') === text) return drafts;
  const next = new Map(drafts);
  if (text) next.set(roomId, text);
  else next.delete(roomId);
  return next;
}
