import { people } from '../people.ts';
import { type App, createApp } from './app.ts';
import { Authenticator } from './authenticate.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { StandIn } from './stand-in.ts';

/** After so long the process ends, whatever is still under way. */
const PATIENCE_MS = 5000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const app = await createApp(config);
  console.log(`\n  chat-widget is served at ${app.url}\n`);
  const standIn = config.demo ? startDemo(app, config) : undefined;

  const stop = (): void => {
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    standIn?.close();
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function startDemo(app: App, { authSecret, tokenMinutes }: Config): StandIn {
  const [, person] = people;
  const authenticator = new Authenticator(authSecret);
  console.log('  Demo mode: everybody may sign in as one of the demo people, on this machine only.');
  console.log(`  ${person.name} answers whoever writes to him, until somebody signs in as him.\n`);
  return new StandIn({
    url: app.url,
    person,
    signIn: () => authenticator.sign(person, tokenMinutes),
    isRelieved: () => app.connectionsOf(person.user_id) > 1,
  });
}

main().catch((error: unknown) => {
  const { PORT = '5050' } = process.env;
  if (error instanceof ConfigError) console.error(error.message);
  else if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    console.error(`Port ${PORT} is taken. Stop what listens there, or choose another one: PORT=5051 npm start`);
  } else console.error(error);
  process.exitCode = 1;
});
