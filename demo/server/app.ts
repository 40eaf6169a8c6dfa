import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { Server } from 'socket.io';
import { Authenticator } from './authenticate.ts';
import type { Config } from './config.ts';
import { channelOfUser, type ChatServer, type Context } from './context.ts';
import { dispatch } from './dispatch.ts';
import { endWithToken } from './end-with-token.ts';
import { createHttpHandler } from './http.ts';
import { Limits } from './limits.ts';
import { isAllowedOrigin } from './origins.ts';
import { Queues } from './queues.ts';
import { Refusal } from './refusal.ts';
import { RecoveryAdapter } from './recovery-adapter.ts';
import { openDatabase } from './repository/open-database.ts';
import { Repository } from './repository/repository.ts';
import { seed } from './seed.ts';

/** Above the longest text in its longest encoding, and far below what would hurt. */
const LARGEST_PACKET = 100_000;
/** How long what a lost connection misses is kept for it. */
const RECOVERY_MS = 120_000;
/** How long a request over HTTP may still take once the server ends. */
const LAST_REQUEST_MS = 500;

export interface App {
  /** Where it listens. */
  readonly url: string;
  readonly port: number;
  /** How many connections somebody has. */
  connectionsOf(userId: string): number;
  /** Lets what is under way finish, ends all connections, and closes the database. */
  close(): Promise<void>;
}

/** Starts the whole server; port 0 takes a free one. Rejects when the port is taken or the data cannot be opened. */
export async function createApp(config: Config): Promise<App> {
  const log = pino({ level: config.logLevel });
  const database = await openDatabase(config.dataDir);
  const repository = new Repository(database);
  const authenticator = new Authenticator(config.authSecret);
  const limits = new Limits(config);
  const queues = new Queues();
  if (config.demo) await seed(repository);

  const http = createServer(
    createHttpHandler({
      config,
      authenticator,
      limits,
      isHealthy: () =>
        repository.roomIdsOf('').then(
          () => true,
          () => false,
        ),
    }),
  );
  const server = createSocketServer(http, config);
  const context: Context = { config, server, repository, authenticator, limits, queues, log };
  guardHandshake(context);
  server.on('connection', (socket) => {
    log.debug({ transport: socket.conn.transport.name, recovered: socket.recovered }, 'connected');
    if (socket.recovered) endWithToken(socket);
    dispatch(context, socket);
  });

  try {
    await listen(http, config);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  const { port } = http.address() as AddressInfo;
  const url = `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`;
  log.info({ port }, 'listening');
  return {
    url,
    port,
    connectionsOf: (userId) => server.of('/').adapter.rooms.get(channelOfUser(userId))?.size ?? 0,
    async close() {
      await disconnectAll(server, http);
      await queues.idle();
      await database.destroy();
      log.info('closed');
    },
  };
}

/** A request that is under way has a moment to finish. */
async function disconnectAll(server: ChatServer, http: HttpServer): Promise<void> {
  const impatience = setTimeout(() => http.closeAllConnections(), LAST_REQUEST_MS);
  await server.close();
  clearTimeout(impatience);
}

function createSocketServer(http: HttpServer, config: Config): ChatServer {
  return new Server(http, {
    serveClient: false,
    maxHttpBufferSize: LARGEST_PACKET,
    perMessageDeflate: false,
    connectionStateRecovery: { maxDisconnectionDuration: RECOVERY_MS, skipMiddlewares: false },
    adapter: RecoveryAdapter,
    pingInterval: config.pingIntervalMs,
    pingTimeout: config.pingTimeoutMs,
    allowRequest: (request, decide) => {
      decide(null, isAllowedOrigin(request, config));
    },
    // The decision is made above; this only gives the browser the header that it asks for.
    cors: { origin: true },
  });
}

/** Limits how often an address may connect, and checks the token already here where the configuration says so. */
function guardHandshake({ server, config, limits, authenticator }: Context): void {
  server.use((socket, next) => {
    const check = async (): Promise<void> => {
      await limits.spend('connections', socket.handshake.address);
      const { token } = socket.handshake.auth as { token?: unknown };
      if (config.authAtHandshake) await authenticator.verify(typeof token === 'string' ? token : undefined);
    };
    check().then(
      () => {
        next();
      },
      (error: unknown) => {
        const refusal = error instanceof Refusal ? error : new Refusal('internal', 'Something went wrong here.');
        next(Object.assign(new Error(refusal.message), { data: { code: refusal.code, message: refusal.message } }));
      },
    );
  });
}

function listen(http: HttpServer, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, resolve);
  });
}
