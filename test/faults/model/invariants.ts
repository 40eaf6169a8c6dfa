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

/** What must hold when everything is repaired, and everybody has waited long enough and retried what had failed. */
export function checkEnd(world: World): void {
  checkMoment(world);
  for (const sent of world.sent) checkSaved(world, sent);
  for (const roomId of ROOMS) {
    checkSenderOrder(world, roomId);
    for (const [place, tab] of world.tabs) checkThread(`${roomId} of ${place}`, tab, roomId, world);
  }
  for (const device of world.devices) {
    const left = [...device.values.keys()].filter((key) => key.startsWith('message '));
    if (left.length > 0) throw new Error(`still on the device: ${left.join(', ')}`);
  }
}

/** None is lost; and where nothing was uncertain, or the server knows a repeat, none is saved twice. */
function checkSaved(world: World, { person, roomId, body }: Sent): void {
  const sent = sentBy(world, person, roomId, body);
  const saved = rowsOf(world, person, roomId, body).length;
  const wanted = sent.filter(({ isDiscarded, isExcused }) => !isDiscarded && !isExcused).length;
  if (saved < wanted) throw new Error(`${person}: "${body}" was sent ${wanted} times and saved ${saved} times`);
  const isExact = world.backend.capabilities?.includes('ack') || sent.every(({ isUncertain }) => !isUncertain);
  if (isExact && saved > sent.length)
    throw new Error(`${person}: "${body}" was sent ${sent.length} times and saved ${saved} times`);
}

/** What one page sent, and never had to be retried, is saved in the order of sending. */
function checkSenderOrder(world: World, roomId: string): void {
  const rows = world.server.database.of(roomId);
  const last = new Map<Tab, { readonly sent: Sent; readonly at: number }>();
  for (const sent of world.sent) {
    const isPlain = !sent.hasFailed && !sent.isDiscarded && !sent.isExcused && sent.roomId === roomId;
    if (!isPlain || sentBy(world, sent.person, roomId, sent.body).length > 1) continue;
    const at = rows.findIndex(({ body, senderId }) => body === sent.body && senderId === PEOPLE[sent.person].id);
    const before = last.get(sent.tab);
    if (before && before.at > at)
      throw new Error(`${sent.person}: "${sent.body}" was saved before "${before.sent.body}", and sent after it`);
    last.set(sent.tab, { sent, at });
  }
}

/** The thread is what is in the database: all of it where the server tells it, else nothing that is not in it. */
function checkThread(where: string, tab: Tab, roomId: string, { backend, server }: World): void {
  const thread = tab.thread(roomId);
  const waiting = thread.find(({ status }) => status !== 'sent');
  if (waiting) throw new Error(`${where}: "${waiting.body}" is still ${waiting.status}`);
  const rows = server.database.of(roomId);
  if (backend.embeds === Infinity) {
    // Two rows with one client id are one message.
    const isShown = ({ id, clientId }: Row): boolean =>
      thread.some((entry) => entry.id === id || (clientId !== undefined && entry.clientId === clientId));
    const missing = rows.find((row) => !isShown(row));
    if (missing) throw new Error(`${where}: "${missing.body}" is not shown`);
  }
}
