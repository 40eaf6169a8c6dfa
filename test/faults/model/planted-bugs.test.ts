import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Connection } from '../../../src/connection/connection.ts';
import { BACKENDS } from './backends.ts';
import { check } from './check.ts';
import type { Seams } from './tab.ts';

interface Bug {
  readonly name: string;
  readonly backend: string;
  readonly seams: Seams;
  /** What has to be found. */
  readonly found: RegExp;
}

type Received = (event: string, args: readonly unknown[]) => void;

const BUGS: readonly Bug[] = [
  {
    name: 'drops the outbox on reload',
    backend: 'ack',
    seams: {
      storage: (open) => (mode, namespace) => ({ ...open(mode, namespace), entries: () => Promise.resolve(new Map()) }),
    },
    found: /was sent 1 times and saved 0 times/,
  },
  {
    name: 'sends each message twice',
    backend: 'bare, tells the history',
    seams: {
      connection: (connection) =>
        altered(connection, {
          emit: (event, payload) =>
            connection.emit(event, payload) && (event !== 'new_message' || connection.emit(event, payload)),
        }),
    },
    found: /was sent 1 times and saved 2 times/,
  },
  {
    name: 'ignores the echo',
    backend: 'bare',
    seams: {
      connection: (connection, { id }) =>
        listening(connection, (event, args, pass) => {
          const isEcho =
            event === 'message_broadcast' && (args[0] as { user: { user_id: string } }).user.user_id === id;
          if (!isEcho) pass(event, args);
        }),
    },
    found: /is still failed/,
  },
  {
    name: 'orders by arrival',
    backend: 'bare, tells the history, concurrent',
    seams: {
      connection: (connection, _user, clock) =>
        listening(connection, (event, args, pass) => {
          const isMessage = event === 'message_broadcast';
          pass(event, isMessage ? [{ ...(args[0] as object), created_at: clock.now() }] : args);
        }),
    },
    found: /stands behind what came after it/,
  },
];

/** The suite is worth something only if it finds what it looks for, and soon. */
describe('a session that', () => {
  for (const { name, backend, seams, found } of BUGS) {
    it(`${name} is found out`, async () => {
      const kind = BACKENDS.find((one) => one.name === backend);
      assert.ok(kind);
      await assert.rejects(check({ backend: kind, seams, runs: 300, seed: 1, isShrunk: false }), found);
    });
  }
});

function altered(connection: Connection, changes: Partial<Connection>): Connection {
  return new Proxy(connection, {
    get(target, name) {
      const value: unknown = Reflect.get(changes, name) ?? Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** A connection that tells something else than it has heard. */
function listening(
  connection: Connection,
  tell: (event: string, args: readonly unknown[], pass: Received) => void,
): Connection {
  return altered(connection, {
    subscribe: (listener) =>
      connection.subscribe({
        connected: (recovered) => listener.connected(recovered),
        stateChanged: (state) => listener.stateChanged(state),
        received: (event, args) => tell(event, args, (...told) => listener.received(...told)),
      }),
  });
}
