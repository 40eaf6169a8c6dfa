import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { Server } from 'socket.io';
import { message, messages, rooms } from './scene.mjs';

const TYPES = { js: 'text/javascript', css: 'text/css', html: 'text/html' };
/** Long enough to look at the page before the older messages come. */
const HISTORY_MS = 600;

/**
 * A Socket.IO server that speaks the documented events, and serves the pages. What it tells is set by `scene`, so all
 * systems are told the same, over the same socket.
 */
export class Backend {
  #io;
  #http;
  #files = new Map();
  #sizes = new Map();
  #next = 0;
  /** @type {{ rooms: number, messages: number, second?: number, history?: boolean }} */
  scene = { rooms: 1, messages: 0 };
  /** Epoch milliseconds. */
  toldAt = 0;
  /** Bytes of scripts and style sheets that were fetched since this was set, packed with gzip. */
  fetched = 0;

  constructor() {
    this.#http = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      const content = this.#files.get(path)?.();
      const type = /** @type {keyof typeof TYPES} */ (path.split('.').pop() ?? '');
      if (content === undefined) return void response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
      if (type !== 'html') this.fetched += this.#weigh(path, content);
      response.setHeader('content-type', `${TYPES[type]}; charset=utf-8`).end(content);
    });
    this.#io = new Server(this.#http, { maxHttpBufferSize: 1e9, transports: ['websocket'] });
    this.#io.on('connection', (socket) => {
      socket.on('get_chats', () => {
        this.#next = this.scene.messages;
        const told = rooms(this.scene);
        this.toldAt = Date.now();
        socket.emit('set_chats', told);
      });
      socket.on('connected', (_, answer) => {
        if (this.scene.history) answer?.({ capabilities: ['history'] });
      });
      socket.on('get_messages', (_, answer) => {
        setTimeout(() => answer({ messages: messages(-50, 0), has_more: false }), HISTORY_MS);
      });
    });
  }

  /** @returns {Promise<string>} its address */
  listen() {
    return new Promise((resolve) => {
      this.#http.listen(0, '127.0.0.1', () => {
        const address = this.#http.address();
        if (address && typeof address === 'object') resolve(`http://127.0.0.1:${address.port}`);
      });
    });
  }

  /** Once a file: packing takes longer than some of what is measured. @param {string} path @param {string | Buffer} content */
  #weigh(path, content) {
    if (!this.#sizes.has(path)) this.#sizes.set(path, gzipSync(content, { level: 9 }).length);
    return this.#sizes.get(path);
  }

  /** @param {string} path @param {string | Buffer} content */
  serve(path, content) {
    this.#files.set(path, () => content);
  }

  /** @param {URL} folder with a slash at its end @param {string} name */
  serveFile(folder, name) {
    this.#files.set(`/${name}`, () => readFileSync(new URL(name, folder)));
  }

  get sockets() {
    return this.#io.engine.clientsCount;
  }

  /** The next message of the open room, to everybody. */
  broadcast() {
    const next = message(this.#next);
    this.#next += 1;
    this.#io.emit('message_broadcast', next);
  }

  /** How many messages the open room has by now. */
  get count() {
    return this.#next;
  }

  async close() {
    await this.#io.close();
  }
}
