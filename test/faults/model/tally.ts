import { rowsOf, sentBy } from './moment-invariants.ts';
import type { World } from './world.ts';

/** Messages that a bare backend saved just before it crashed, and how many of them it got and saved once more. */
class Doubt {
  #saved = 0;
  #doubled = 0;

  add(world: World): void {
    for (const { person, roomId, body } of world.sent) {
      const isAlone = sentBy(world, person, roomId, body).length === 1;
      const rows = rowsOf(world, person, roomId, body);
      if (!isAlone || !world.server.unechoed.some((row) => rows.includes(row))) continue;
      this.#saved += 1;
      if (rows.length > 1) this.#doubled += 1;
    }
  }

  toString(): string {
    const rate = (100 * this.#doubled) / (this.#saved || 1);
    return `${this.#doubled} of ${this.#saved} (${rate.toFixed(1)} %)`;
  }
}

/** What was tried, and what came of it. */
export class Tally {
  #sequences = 0;
  #messages = 0;
  #cuts = 0;
  #crashes = 0;
  #reloads = 0;
  #violations = 0;
  readonly #withoutHistory = new Doubt();
  readonly #withHistory = new Doubt();

  /** @param isFine whether everything that must hold in the end did */
  add(world: World, isFine: boolean): void {
    if (!isFine) this.#violations += 1;
    const { backend, sent, server, counts } = world;
    this.#sequences += 1;
    this.#messages += sent.length;
    this.#cuts += counts.cuts;
    this.#reloads += counts.reloads;
    this.#crashes += server.crashes;
    if (backend.capabilities?.includes('ack')) return;
    (backend.embeds === 0 ? this.#withoutHistory : this.#withHistory).add(world);
  }

  get summary(): string {
    return [
      `${this.#sequences} sequences: ${this.#messages} messages, ${this.#cuts} cuts, ${this.#crashes} crashes, ${this.#reloads} reloads`,
      `${this.#violations} of them lost, doubled or mixed up something`,
      `saved twice by a bare server that crashed between commit and echo: ${this.#withoutHistory.toString()} without history, ${this.#withHistory.toString()} with it`,
    ].join('; ');
  }
}
