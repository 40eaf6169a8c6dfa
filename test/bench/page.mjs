/** The page of every system but ours: the code that a site would have to write between its server and the system. */
import { io } from 'socket.io-client';
import { SELF } from './scene.mjs';
// Which system it is, the build decides.
import { mount } from 'system';

const root = /** @type {HTMLElement} */ (document.getElementById('root'));
const socket = io({ transports: ['websocket'] });

socket.on('connect', () => {
  socket.emit('connected', { user: SELF, sid: socket.io.engine.id });
  socket.emit('get_chats', { user: SELF });
});
socket.on('set_chats', (rooms) => {
  window.view = mount(root, rooms);
});
socket.on('message_broadcast', (message) => {
  window.view.append(message);
});
