import type { Handler } from '../context.ts';
import type { Inbound } from '../schemas.ts';

/** Sends all rooms of the asker. */
export const getChats: Handler<Inbound['get_chats']> = async ({ limits, repository }, socket, { user }) => {
  await limits.spend('reads', user.user_id);
  socket.emit('set_chats', await repository.roomsOf(user.user_id));
};
