/**
 * A backend as a site may have it: the documented events and nothing else, handlers that run side by side, and no way to
 * tell a message that is sent again from another one.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Server } from 'socket.io';
import type { WireUser } from '../../../src/protocol/events.ts';
import { crashPoint, type Listening } from './crash-point.ts';
import { Journal, type JournalMessage, type JournalRoom } from './journal.ts';

/** Of a message; it names the room, and whoever sends it is believed. */
type NewMessage = Pick<JournalMessage, 'room' | 'message_body' | 'type' | 'user'>;

const { DATA_DIR = '', PORT, PING_INTERVAL_MS, PING_TIMEOUT_MS, MAX_PACKET = '100000' } = process.env;
const journal = new Journal(join(DATA_DIR, 'journal'));
const http = createServer();
const server = new Server(http, {
  cors: { origin: '*' },
  pingInterval: Number(PING_INTERVAL_MS),
  pingTimeout: Number(PING_TIMEOUT_MS),
  maxHttpBufferSize: Number(MAX_PACKET),
});

server.on('connection', (socket) => {
  let self: string | undefined;

  socket.on('connected', ({ user }: { user: WireUser }) => {
    self = user.user_id;
    for (const room of roomsOf(user.user_id)) void socket.join(room.room_id);
  });
  socket.on('get_chats', ({ user }: { user: WireUser }) => {
    socket.emit(
      'set_chats',
      roomsOf(user.user_id).map((room) => ({ ...room, is_group: true, messages: journal.messages(room.room_id) })),
    );
  });
  socket.on('new_message', async ({ room, message_body, type, user }: NewMessage) => {
    // What a handler awaits before it saves: another one may be faster.
    await pause(Math.random() * 10);
    crashPoint('before commit');
    const created_at = new Date().toISOString();
    const _id = `${room}-${String(journal.messages(room).length).padStart(6, '0')}`;
    const message: JournalMessage = { _id, room, message_body, type, user, created_at };
    journal.add(message);
    crashPoint('after commit');
    server.to(room).emit('message_broadcast', message);
  });
  socket.on('online_status', () => {
    socket.emit('online_status_show', self === undefined ? [] : [self]);
  });
});

function roomsOf(userId: string): readonly JournalRoom[] {
  return journal.rooms.filter(({ participants }) => participants.some(({ user_id }) => user_id === userId));
}

http.listen(Number(PORT), '127.0.0.1', () => {
  process.send?.({ port: (http.address() as AddressInfo).port } satisfies Listening);
});
