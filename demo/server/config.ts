import { randomBytes } from 'node:crypto';
import * as v from 'valibot';

/** A shorter secret could be guessed: RFC 7518 wants as many bits as the hash has. */
const SECRET_LENGTH = 32;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

const positive = v.pipe(
  v.string(),
  v.toNumber(),
  v.integer('must be a whole number'),
  v.minValue(1, 'must be 1 or more'),
);
const flag = v.pipe(
  v.picklist(['true', 'false'], 'must be true or false'),
  v.transform((value) => value === 'true'),
);
const list = v.pipe(
  v.string(),
  v.transform((value) =>
    value
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean),
  ),
);

/** Every setting, with its default. The names are those of the environment. */
const Environment = v.object({
  HOST: v.optional(v.string(), '127.0.0.1'),
  PORT: v.optional(
    v.pipe(
      v.string(),
      v.toNumber(),
      v.integer('must be a port'),
      v.minValue(0, 'must be a port'),
      v.maxValue(65_535, 'must be a port'),
    ),
    '5050',
  ),
  DATA_DIR: v.optional(v.string(), '.data'),
  STATIC_DIR: v.optional(v.string(), 'dist'),
  DEMO: v.optional(flag, 'false'),
  AUTH_SECRET: v.optional(
    v.pipe(v.string(), v.minLength(SECRET_LENGTH, `must have ${SECRET_LENGTH} characters or more`)),
  ),
  AUTH_AT_HANDSHAKE: v.optional(flag, 'false'),
  ALLOWED_ORIGINS: v.optional(list, ''),
  TOKEN_MINUTES: v.optional(positive, '60'),
  MAX_MESSAGE_LENGTH: v.optional(positive, '4000'),
  MESSAGES_PER_MINUTE: v.optional(positive, '120'),
  ROOMS_PER_HOUR: v.optional(positive, '30'),
  SIGNALS_PER_MINUTE: v.optional(positive, '240'),
  READS_PER_MINUTE: v.optional(positive, '600'),
  CONNECTIONS_PER_MINUTE: v.optional(positive, '300'),
  PING_INTERVAL_MS: v.optional(positive, '25000'),
  PING_TIMEOUT_MS: v.optional(positive, '20000'),
  LOG_LEVEL: v.optional(
    v.picklist(['silent', 'error', 'warn', 'info', 'debug'], 'must be silent, error, warn, info or debug'),
    'info',
  ),
});

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly staticDir: string;
  readonly demo: boolean;
  readonly authSecret: string;
  readonly authAtHandshake: boolean;
  readonly allowedOrigins: readonly string[];
  readonly tokenMinutes: number;
  readonly maxMessageLength: number;
  readonly limits: {
    readonly messagesPerMinute: number;
    readonly roomsPerHour: number;
    readonly signalsPerMinute: number;
    readonly readsPerMinute: number;
    readonly connectionsPerMinute: number;
  };
  readonly pingIntervalMs: number;
  readonly pingTimeoutMs: number;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

/** The environment is wrong; the message lists all problems, each with what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the settings from the environment.
 * @throws ConfigError
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const result = v.safeParse(Environment, environment);
  const problems = [
    ...(result.issues ?? []).map((issue) => `${v.getDotPath(issue) ?? ''} ${issue.message}`),
    ...problemsOfExposure(environment),
  ];
  if (!result.success || problems.length > 0) {
    throw new ConfigError(`The environment is wrong:\n  ${problems.join('\n  ')}`);
  }
  const settings = result.output;
  return {
    host: settings.HOST,
    port: settings.PORT,
    dataDir: settings.DATA_DIR,
    staticDir: settings.STATIC_DIR,
    demo: settings.DEMO,
    authSecret: settings.AUTH_SECRET ?? randomBytes(SECRET_LENGTH).toString('hex'),
    authAtHandshake: settings.AUTH_AT_HANDSHAKE,
    allowedOrigins: settings.ALLOWED_ORIGINS,
    tokenMinutes: settings.TOKEN_MINUTES,
    maxMessageLength: settings.MAX_MESSAGE_LENGTH,
    limits: {
      messagesPerMinute: settings.MESSAGES_PER_MINUTE,
      roomsPerHour: settings.ROOMS_PER_HOUR,
      signalsPerMinute: settings.SIGNALS_PER_MINUTE,
      readsPerMinute: settings.READS_PER_MINUTE,
      connectionsPerMinute: settings.CONNECTIONS_PER_MINUTE,
    },
    pingIntervalMs: settings.PING_INTERVAL_MS,
    pingTimeoutMs: settings.PING_TIMEOUT_MS,
    logLevel: settings.LOG_LEVEL,
  };
}

/** Reads what was written, not what was parsed, so that these are told beside all other problems. */
function problemsOfExposure({ AUTH_SECRET, DEMO, HOST }: Readonly<Record<string, string | undefined>>): string[] {
  const isDemo = DEMO === 'true';
  const problems: string[] = [];
  if (AUTH_SECRET === undefined && !isDemo) {
    problems.push(
      `AUTH_SECRET is missing: set it to the secret of ${SECRET_LENGTH} characters or more that your site signs tokens with, or set DEMO=true to try the server out.`,
    );
  }
  if (HOST !== undefined && !LOOPBACK.has(HOST) && (AUTH_SECRET === undefined || isDemo)) {
    problems.push(
      `HOST is ${HOST}, which others can reach: set AUTH_SECRET and leave DEMO off, or set HOST=127.0.0.1.`,
    );
  }
  return problems;
}
