import { createApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';

/** After so long the process ends, whatever is still under way. */
const PATIENCE_MS = 5000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const app = await createApp(config);
  console.log(`\n  chat-widget is served at ${app.url}\n`);
  if (config.demo) console.log('  Demo mode: everybody may sign in as one of the demo people, on this machine only.\n');

  const stop = (): void => {
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  const { PORT = '5050' } = process.env;
  if (error instanceof ConfigError) console.error(error.message);
  else if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    console.error(`Port ${PORT} is taken. Stop what listens there, or choose another one: PORT=5051 npm start`);
  } else console.error(error);
  process.exitCode = 1;
});
