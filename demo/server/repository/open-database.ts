import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, Migrator, SqliteDialect } from 'kysely';
import Libsql from 'libsql';
import * as roomsAndMessages from '../migrations/0001-rooms-and-messages.ts';
import * as clientIds from '../migrations/0002-client-ids.ts';
import * as provenUsers from '../migrations/0003-proven-users.ts';
import type { Database } from './schema.ts';

/** In the order of their names; one that has run is never changed. */
const migrations = {
  '0001-rooms-and-messages': roomsAndMessages,
  '0002-client-ids': clientIds,
  '0003-proven-users': provenUsers,
};

/**
 * Opens the database in a folder and brings its tables up to date. The only file that knows which database it is:
 * another one is another dialect here.
 */
export async function openDatabase(folder: string): Promise<Kysely<Database>> {
  mkdirSync(folder, { recursive: true });
  const file = new Libsql(join(folder, 'chat.db'));
  file.exec('PRAGMA journal_mode = WAL');
  // What was told to be saved is on the disk, also after a power cut.
  file.exec('PRAGMA synchronous = FULL');
  file.exec('PRAGMA foreign_keys = ON');
  file.exec('PRAGMA busy_timeout = 5000');
  const database = new Kysely<Database>({ dialect: new SqliteDialect({ database: file }) });
  const migrator = new Migrator({ db: database, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error } = await migrator.migrateToLatest();
  if (error) {
    await database.destroy();
    throw new Error(`The database in ${folder} could not be brought up to date.`, { cause: error });
  }
  return database;
}
