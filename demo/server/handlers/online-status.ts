import { channelOfUser, type Handler } from '../context.ts';
import type { Inbound } from '../schemas.ts';

/** Sends those who are online of all who share a room with the asker: to tell everybody of everybody grows with the square. */
export const onlineStatus: Handler<Inbound['online_status']> = async (context, socket, { user }) => {
  const { limits, repository, server } = context;
  await limits.spend('signals', user.user_id);
  const { rooms } = server.of('/').adapter;
  const companions = await repository.companionsOf(user.user_id);
  const online = new Set([user.user_id, ...companions]);
  for (const id of online) if (!rooms.has(channelOfUser(id))) online.delete(id);
  socket.emit('online_status_show', await repository.users([...online]));
};
