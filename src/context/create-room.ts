import type { RoomId, User } from '../protocol/model.ts';
import type { Requests } from '../session/requests.ts';
import type { Session } from '../session/session.ts';

/** A room to be created: what `createRoom` takes. */
export interface RoomWish {
  /** May be empty for a direct room. */
  readonly name?: string;
  /** The others; the server adds the user, who asks. */
  readonly participants: readonly User[];
  /** Default: more than one other participant, or a name. */
  readonly isGroup?: boolean;
}

/**
 * Asks for a room and waits for the server's `add_room`.
 * @returns the new room's id; rejects with the server's reason, or when it did not answer in time
 */
export function createRoom(session: Session, wish: Requests['create-room']): Promise<RoomId> {
  return new Promise((resolve, reject) => {
    const unsubscribe = session.subscribe(() => {
      const creation = session.state.roomCreations.get(wish.id);
      if (creation?.status === 'pending') return;
      unsubscribe();
      session.request('forget-room-creation', { id: wish.id });
      if (creation?.roomId) resolve(creation.roomId);
      else reject(new Error(creation?.failure?.message ?? 'The room was not created: the session has ended.'));
    });
    session.request('create-room', wish);
  });
}
