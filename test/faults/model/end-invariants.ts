import type { MessageEntry } from '../../../src/store/state.ts';
import type { Row } from './database.ts';
import { checkMoment, rowsOf, sentBy } from './moment-invariants.ts';
import { PEOPLE, ROOMS } from './people.ts';
import type { Tab } from './tab.ts';
import type { Sent, World } from './world.ts';

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
  const isExact =
    (world.backend.capabilities?.includes('ack') ?? false) || sent.every(({ isUncertain }) => !isUncertain);
  if (isExact && saved > sent.length)
    throw new Error(`${person}: "${body}" was sent ${sent.length} times and saved ${saved} times`);
}

/** What one page sent, and neither had to be retried nor was left to another page, is saved in the order of sending. */
function checkSenderOrder(world: World, roomId: string): void {
  const rows = world.server.database.of(roomId);
  const last = new Map<Tab, { readonly sent: Sent; readonly at: number }>();
  for (const sent of world.sent) {
    const isPlain = !sent.hasFailed && !sent.isDiscarded && !sent.isExcused && !sent.isHandedOver;
    if (!isPlain || sent.roomId !== roomId || sentBy(world, sent.person, roomId, sent.body).length > 1) continue;
    const at = rows.findIndex(({ body, senderId }) => body === sent.body && senderId === PEOPLE[sent.person].id);
    const before = last.get(sent.tab);
    if (before && before.at > at)
      throw new Error(`${sent.person}: "${sent.body}" was saved before "${before.sent.body}", and sent after it`);
    last.set(sent.tab, { sent, at });
  }
}

/** The thread is what is in the database, but for what is marked as missing; a server that tells all leaves nothing missing. */
function checkThread(where: string, tab: Tab, roomId: string, { backend, server }: World): void {
  const thread = tab.thread(roomId);
  const waiting = thread.find(({ status }) => status !== 'sent');
  if (waiting) throw new Error(`${where}: "${waiting.body}" is still ${waiting.status}`);
  const { gaps, older = 'unknown' } = tab.session.state.messages.get(roomId) ?? {};
  const tellsAll = backend.embeds === Infinity || backend.capabilities?.includes('history');
  let shown: MessageEntry | undefined;
  for (const row of server.database.of(roomId)) {
    const entry = thread.find((one) => isRow(one, row));
    if (entry) shown = entry;
    else if (server.untold.has(row.id) && backend.embeds !== Infinity) continue;
    else if (tellsAll) throw new Error(`${where}: "${row.body}" is not shown`);
    else if (!server.hasMixedUp && (shown ? !gaps?.has(shown.key) : older === 'none'))
      throw new Error(`${where}: "${row.body}" is missing, and nothing says so`);
  }
}

/** Two rows with one client id are one message. */
function isRow({ id, clientId }: MessageEntry, row: Row): boolean {
  return id === row.id || (clientId !== undefined && clientId === row.clientId);
}
