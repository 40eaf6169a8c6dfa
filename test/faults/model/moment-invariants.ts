import type { MessageEntry } from '../../../src/store/state.ts';
import type { Row } from './database.ts';
import { PEOPLE, type Person, ROOMS } from './people.ts';
import type { Sent, World } from './world.ts';
import type { Tab } from './tab.ts';

/** What must hold at every moment, whatever goes wrong. */
export function checkMoment(world: World): void {
  for (const error of world.reported) throw error;
  for (const [place, tab] of world.tabs) {
    for (const roomId of ROOMS) {
      const where = `${roomId} of ${place}`;
      const thread = tab.thread(roomId);
      checkOnce(where, thread);
      checkOrder(where, thread, world.server.database.of(roomId));
      checkOwn(where, thread, roomId, tab, world);
    }
  }
}

/** No message has two places, and no saved message is shown twice. */
function checkOnce(where: string, thread: readonly MessageEntry[]): void {
  const keys = thread.map(({ key }) => key);
  const ids = thread.filter(({ status }) => status === 'sent').map(({ id }) => id);
  for (const names of [keys, ids]) {
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) throw new Error(`${where}: ${twice} is shown twice`);
  }
}

/** What is saved stands in the order of the database, and what is not stands behind it. */
function checkOrder(where: string, thread: readonly MessageEntry[], rows: readonly Row[]): void {
  const places = thread.map(({ id, status }) =>
    status === 'sent' ? rows.findIndex((row) => row.id === id) : rows.length,
  );
  const wrong = places.findIndex((place, index) => place < (places[index - 1] ?? 0));
  if (wrong >= 0) throw new Error(`${where}: "${thread[wrong]?.body}" stands behind what came after it`);
}

/** Each own message is in exactly one state on the screen where it was sent. */
function checkOwn(where: string, thread: readonly MessageEntry[], roomId: string, tab: Tab, world: World): void {
  for (const sent of world.sent) {
    const isHere = sent.tab === tab && sent.roomId === roomId && !sent.isDiscarded && !sent.isHandedOver;
    if (isHere && !thread.some(({ key }) => key === sent.key))
      throw new Error(`${where}: "${sent.body}" is not shown any more`);
  }
  const selfId = PEOPLE[tab.person].id;
  const own = thread.filter(({ sender }) => sender.id === selfId);
  for (const body of new Set(own.map((entry) => entry.body))) {
    const shown = own.filter((entry) => entry.body === body).length;
    const sent = sentBy(world, tab.person, roomId, body).length;
    const saved = rowsOf(world, tab.person, roomId, body).length;
    // Of equal ones nobody could say which of them is the one that was saved twice.
    if (sent === 1 && shown > Math.max(1, saved))
      throw new Error(`${where}: "${body}" is shown ${shown} times, was sent ${sent} times and saved ${saved} times`);
  }
}

export function sentBy({ sent }: World, person: Person, roomId: string, body: string): readonly Sent[] {
  return sent.filter((one) => one.person === person && one.roomId === roomId && one.body === body);
}

export function rowsOf({ server }: World, person: Person, roomId: string, body: string): readonly Row[] {
  return server.database.of(roomId).filter((row) => row.senderId === PEOPLE[person].id && row.body === body);
}
