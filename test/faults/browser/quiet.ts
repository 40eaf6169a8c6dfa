import { setTimeout as pause } from 'node:timers/promises';
import type { Shown } from './people.ts';
import type { Scene } from './scene.ts';
import { complaints, duplicates, type Said } from './verdict.ts';

/** What came of it all. */
export interface Outcome {
  /** What must not be, in words. */
  readonly complaints: readonly string[];
  /** What the server has. */
  readonly messages: number;
  /** How much of it is there once too often. */
  readonly duplicates: number;
}

/**
 * Mends everything, as people do it whose patience has no end: the network is there again, the server runs, whoever
 * closed all tabs opens one, and every button is pressed that promises to help.
 * @returns what is still wrong when nothing changes for the better any more
 */
export async function settle(scene: Scene, said: readonly Said[], patienceMs = 20_000): Promise<Outcome> {
  for (const person of scene.people) {
    person.proxy.heal();
    await person.comeBack();
    await person.tab();
    // A tab looks for what a crashed one left behind when it connects, or else after half a minute.
    person.proxy.cut('reset');
  }
  const deadline = Date.now() + patienceMs;
  for (let looks = 0; ; looks += 1) {
    // A crash that was ordered may come only now.
    await scene.backend.server.start();
    const outcome = await look(scene, said);
    if (outcome.complaints.length === 0) {
      // What should have come to rest may still come twice.
      await pause(150);
      return look(scene, said);
    }
    if (Date.now() > deadline) return outcome;
    // Not each time: an attempt needs a moment, and a button that is pressed begins another one.
    if (looks % 20 === 0) for (const { tabs } of scene.people) for (const tab of tabs) await tab.tryAgain();
    await pause(100);
  }
}

async function look({ people, backend, room }: Scene, said: readonly Said[]): Promise<Outcome> {
  const screens = new Map<string, readonly Shown[]>();
  for (const { user, tabs } of people) {
    for (const [index, tab] of tabs.entries()) screens.set(`${user.name} ${index + 1}`, await tab.thread());
  }
  const rows = await backend.rows(room);
  return { complaints: complaints({ said, rows, screens }), messages: rows.length, duplicates: duplicates(rows) };
}
