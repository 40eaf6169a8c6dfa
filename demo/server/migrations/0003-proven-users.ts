import type { Kysely } from 'kysely';
import type { Database } from '../repository/schema.ts';

/** Tells those who showed a token from those whom somebody else named. Who is there already shows one at the next visit. */
export async function up({ schema }: Kysely<Database>): Promise<void> {
  await schema
    .alterTable('users')
    .addColumn('is_proven', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}
