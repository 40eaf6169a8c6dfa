import { createContext } from '@lit/context';
import type { RoomId } from '../protocol/model.ts';

/** Which room the provider's elements show. Belongs to the view, not to the session: two widgets may show two rooms. */
export const activeRoomContext = createContext<RoomId | undefined>(Symbol.for('chat-widget.active-room.v1'));
