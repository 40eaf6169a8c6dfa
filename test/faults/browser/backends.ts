import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Authenticator } from '../../../demo/server/authenticate.ts';
import { openDatabase } from '../../../demo/server/repository/open-database.ts';
import { Repository } from '../../../demo/server/repository/repository.ts';
import type { WireUser } from '../../../src/protocol/events.ts';
import { Journal } from './journal.ts';
import { ServerProcess } from './server-process.ts';

/** What is saved of a message, whatever saved it. */
export interface Row {
  readonly userId: string;
  readonly body: string;
}

/** A server process, and a way to what it has saved that does not lead through it. */
export interface Backend {
  readonly name: string;
  readonly server: ServerProcess;
  /** Makes a room of these people. The server need not run. @returns its id */
  createRoom(users: readonly WireUser[]): Promise<string>;
  /** In the order in which they were saved. */
  rows(room: string): Promise<readonly Row[]>;
  /** What proves to the server who somebody is. */
  token(user: WireUser): Promise<string>;
  close(): Promise<void>;
}

/** Times and limits: a sequence of faults is over before the usual ones are noticed, and nobody is to wait for a limit. */
const ENVIRONMENT = {
  PING_INTERVAL_MS: '400',
  PING_TIMEOUT_MS: '400',
  MESSAGES_PER_MINUTE: '100000',
  SIGNALS_PER_MINUTE: '100000',
  CONNECTIONS_PER_MINUTE: '100000',
  LOG_LEVEL: 'silent',
} as const;

const SECRET = 'a-secret-of-the-tests-that-is-long-enough';

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'chat-widget-faults-'));

/**
 * The reference server, with `ack` and `history`, over its database.
 * @param origin of the pages that may use it
 */
export async function startReference(
  origin: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Backend> {
  const folder = await newFolder();
  const server = await ServerProcess.start('reference-server.ts', {
    ...ENVIRONMENT,
    AUTH_SECRET: SECRET,
    DATA_DIR: folder,
    STATIC_DIR: folder,
    ALLOWED_ORIGINS: origin,
    ...environment,
  });
  const database = await openDatabase(folder);
  const repository = new Repository(database);
  const authenticator = new Authenticator(SECRET);
  return {
    name: 'the reference server',
    server,
    async createRoom(users) {
      const room = await repository.createRoom({ name: 'Plans', isGroup: true, users });
      return room.room_id;
    },
    rows: (room) =>
      database
        .selectFrom('messages')
        .select(['user_id as userId', 'body'])
        .where('room_id', '=', room)
        .orderBy('number')
        .execute(),
    token: (user) => authenticator.sign(user, 60),
    async close() {
      await server.kill();
      await database.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The documented events and nothing else, for whoever comes. */
export async function startBare(_origin: string, environment: Readonly<Record<string, string>> = {}): Promise<Backend> {
  const folder = await newFolder();
  const server = await ServerProcess.start('bare-server.ts', { ...ENVIRONMENT, DATA_DIR: folder, ...environment });
  const journal = new Journal(join(folder, 'journal'));
  return {
    name: 'a bare backend',
    server,
    createRoom(participants) {
      const room_id = randomUUID();
      journal.add({ room_id, name: 'Plans', participants });
      return Promise.resolve(room_id);
    },
    rows(room) {
      const messages = journal.messages(room);
      return Promise.resolve(messages.map(({ user, message_body }) => ({ userId: user.user_id, body: message_body })));
    },
    token: () => Promise.resolve(''),
    async close() {
      await server.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
