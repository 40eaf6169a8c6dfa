import type { Kysely } from 'kysely';
import type { Database } from '../repository/schema.ts';

/** A sender's own key of a message: what is sent again under the same one is the same message. */
export async function up({ schema }: Kysely<Database>): Promise<void> {
  await schema.alterTable('messages').addColumn('client_id', 'varchar(128)').execute();
  await schema.createIndex('messages_of_client').unique().on('messages').columns(['user_id', 'client_id']).execute();
}
