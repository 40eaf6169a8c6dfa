import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { CrashPoint, Listening, Order } from './crash-point.ts';

/** A server in a process of its own, on one port for all of its lives. */
export class ServerProcess {
  /** @param entry file name of the program, beside this one */
  static async start(entry: string, environment: Readonly<Record<string, string>>): Promise<ServerProcess> {
    const server = new ServerProcess(entry, environment);
    await server.start();
    return server;
  }

  readonly #entry: string;
  readonly #environment: Readonly<Record<string, string>>;
  #child: ChildProcess | undefined;
  #port = 0;

  private constructor(entry: string, environment: Readonly<Record<string, string>>) {
    this.#entry = fileURLToPath(new URL(entry, import.meta.url));
    this.#environment = environment;
  }

  get port(): number {
    return this.#port;
  }

  get isRunning(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null;
  }

  /** With the same data as before. Does nothing while it runs. */
  async start(): Promise<void> {
    if (this.isRunning) return;
    const child = fork(this.#entry, {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, ...this.#environment, HOST: '127.0.0.1', PORT: String(this.#port) },
    });
    this.#child = child;
    const [said] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => Promise.reject(new Error(`${this.#entry} ended instead of listening.`))),
    ])) as [Listening];
    this.#port = said.port;
  }

  /** It dies at this point of the next message that it saves. */
  crashAt(crash: CrashPoint): void {
    if (this.isRunning) this.#child?.send({ crash } satisfies Order);
  }

  /** As `kill -9` does: nothing is written, said or closed any more. */
  async kill(): Promise<void> {
    if (!this.#child || !this.isRunning) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }
}
