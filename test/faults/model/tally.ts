import type { World } from './world.ts';

/** What was tried, and what came of it. */
export class Tally {
  #sequences = 0;
  #messages = 0;
  #cuts = 0;
  #crashes = 0;
  #reloads = 0;
  #bareMessages = 0;
  #bareRows = 0;
  #betweenCommitAndEcho = 0;

  add({ backend, sent, server, counts }: World): void {
    const { beforeCommit, afterCommit, idle } = server.crashes;
    this.#sequences += 1;
    this.#messages += sent.length;
    this.#cuts += counts.cuts;
    this.#reloads += counts.reloads;
    this.#crashes += beforeCommit + afterCommit + idle;
    if (backend.capabilities?.includes('ack')) return;
    this.#bareMessages += sent.length;
    this.#bareRows += server.database.rows.length;
    this.#betweenCommitAndEcho += afterCommit;
  }

  get summary(): string {
    const twice = Math.max(0, this.#bareRows - this.#bareMessages);
    return [
      `${this.#sequences} sequences, ${this.#messages} messages, ${this.#cuts} cuts, ${this.#crashes} crashes, ${this.#reloads} reloads:`,
      '0 lost, 0 shown twice, 0 inversions;',
      `bare servers saved ${twice} of ${this.#bareMessages} messages twice (${((100 * twice) / (this.#bareMessages || 1)).toFixed(2)} %)`,
    ].join(' ');
  }
}
