import type { WireUser } from '../../../src/protocol/events.ts';
import { channelOfUser, type ChatSocket, type Handler } from '../context.ts';
import type { Inbound } from '../schemas.ts';
import { participantsOf } from './participants-of.ts';

export const typingStart: Handler<Inbound['typing_start']> = async (context, socket, { user }, { room }) => {
  await context.limits.spend('signals', user.user_id);
  const participants = await participantsOf(context, room, user.user_id);
  if (socket.data.typing?.room !== room) endTyping(socket, user);
  socket.data.typing = { room, participants };
  tellOthers(socket, 'show_start_typing', user);
};

export const typingEnd: Handler<Inbound['typing_end']> = async (context, socket, { user }, { room }) => {
  await context.limits.spend('signals', user.user_id);
  const participants = await participantsOf(context, room, user.user_id);
  socket.data.typing = { room, participants };
  endTyping(socket, user);
};

/** Also when the connection ends: the others must see no ghost. */
export function endTyping(socket: ChatSocket, user: WireUser): void {
  tellOthers(socket, 'show_end_typing', user);
  delete socket.data.typing;
}

/** To the other people, not to the other tabs of the same one. */
function tellOthers(socket: ChatSocket, event: 'show_start_typing' | 'show_end_typing', user: WireUser): void {
  const { typing } = socket.data;
  if (!typing) return;
  const { room, participants } = typing;
  socket.to(participants.map(channelOfUser)).except(channelOfUser(user.user_id)).emit(event, { room, user });
}
