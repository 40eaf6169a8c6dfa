import { ROOMS } from './people.ts';
import { HISTORY_PAGE } from './simulated-server.ts';
import { type Place, PLACES, type World } from './world.ts';

const MINUTE = 60_000;
const HANDLING = 20_000;
/** A message may fail again while the ones before it are on their way. */
const ROUNDS = 4;

/** Everything is repaired, everybody is there, and whatever has failed is tried again: as people would in the end. */
export async function comeToRest(world: World): Promise<void> {
  const { backend, server, time } = world;
  server.forgetMishaps();
  // What is being handled may still bring the server down.
  await time.pass(HANDLING);
  server.start();
  for (const place of PLACES) {
    const line = world.line(place);
    line.condition = 'fine';
    line.delay = 0;
  }
  world.wake();
  await time.pass(2 * MINUTE);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const place of PLACES) retryAll(world, place);
    await time.pass(MINUTE);
  }
  if (backend.capabilities?.includes('history')) await readAll(world);
}

/** Everybody scrolls up to the beginning of every room. */
async function readAll({ tabs, time, server }: World): Promise<void> {
  for (let page = 0; page * HISTORY_PAGE <= server.database.rows.length; page += 1) {
    for (const tab of tabs.values()) for (const roomId of ROOMS) tab.session.request('load-older', { roomId });
    await time.pass(10_000);
  }
}

function retryAll(world: World, place: Place): void {
  for (const { roomId, key } of world.failed(place)) world.retry(place, roomId, key);
}
