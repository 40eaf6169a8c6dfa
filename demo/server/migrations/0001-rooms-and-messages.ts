import type { Kysely } from 'kysely';
import type { Database } from '../repository/schema.ts';

export async function up(database: Kysely<Database>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('users')
    .addColumn('id', 'varchar(128)', (column) => column.primaryKey())
    .addColumn('name', 'varchar(100)', (column) => column.notNull())
    .addColumn('email', 'varchar(254)', (column) => column.notNull())
    .execute();
  await schema
    .createTable('rooms')
    .addColumn('id', 'varchar(24)', (column) => column.primaryKey())
    .addColumn('name', 'varchar(100)', (column) => column.notNull())
    .addColumn('is_group', 'integer', (column) => column.notNull())
    .addColumn('pair', 'varchar(260)', (column) => column.unique())
    .addColumn('last_number', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'varchar(24)', (column) => column.notNull())
    .addColumn('updated_at', 'varchar(24)', (column) => column.notNull())
    .execute();
  await schema
    .createTable('participants')
    .addColumn('room_id', 'varchar(24)', (column) => column.notNull().references('rooms.id'))
    .addColumn('user_id', 'varchar(128)', (column) => column.notNull().references('users.id'))
    .addPrimaryKeyConstraint('participants_key', ['user_id', 'room_id'])
    .execute();
  await schema.createIndex('participants_of_room').on('participants').column('room_id').execute();
  await schema
    .createTable('messages')
    .addColumn('id', 'varchar(24)', (column) => column.primaryKey())
    .addColumn('room_id', 'varchar(24)', (column) => column.notNull().references('rooms.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('user_id', 'varchar(128)', (column) => column.notNull().references('users.id'))
    .addColumn('type', 'varchar(64)', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('created_at', 'varchar(24)', (column) => column.notNull())
    .addUniqueConstraint('messages_in_order', ['room_id', 'number'])
    .execute();
}
