import { channelOfRoom, channelOfUser, type ChatSocket, type Handler } from '../context.ts';
import type { WireUser } from '../../../src/protocol/events.ts';
import type { Inbound } from '../schemas.ts';
import { requireParticipant } from './new-message.ts';

export const typingStart: Handler<Inbound['typing_start']> = async (context, socket, { user }, { room }) => {
  await context.limits.spend('signals', user.user_id);
  await requireParticipant(context, room, user.user_id);
  if (socket.data.typingIn !== room) endTyping(socket, user);
  socket.data.typingIn = room;
  tellOthers(socket, 'show_start_typing', room, user);
};

export const typingEnd: Handler<Inbound['typing_end']> = async (context, socket, { user }, { room }) => {
  await context.limits.spend('signals', user.user_id);
  await requireParticipant(context, room, user.user_id);
  delete socket.data.typingIn;
  tellOthers(socket, 'show_end_typing', room, user);
};

/** Also when the connection ends: the others must see no ghost. */
export function endTyping(socket: ChatSocket, user: WireUser): void {
  const room = socket.data.typingIn;
  delete socket.data.typingIn;
  if (room !== undefined) tellOthers(socket, 'show_end_typing', room, user);
}

/** To the other people, not to the other tabs of the same one. */
function tellOthers(
  socket: ChatSocket,
  event: 'show_start_typing' | 'show_end_typing',
  room: string,
  user: WireUser,
): void {
  socket.to(channelOfRoom(room)).except(channelOfUser(user.user_id)).emit(event, { room, user });
}
