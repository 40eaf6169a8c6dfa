import { messages } from './scene.mjs';
import { BEFORE_INTENT } from './systems.mjs';

/**
 * @typedef {import('./systems.mjs').System} System
 * @typedef {import('./stage.mjs').Stage} Stage
 */

const LIVE = 1000;

/** @param {number} count */
const last = (count) => `Message ${count - 1}:`;

/**
 * Each gives figures by name; a system that cannot do it gives none.
 * @param {{ quick: boolean }} options
 */
export function measures({ quick }) {
  const sizes = quick ? [100, 1000] : [100, 1000, 10_000, 100_000];
  const liveSizes = quick ? [1000] : [1000, 10_000];
  const many = quick ? 1000 : 10_000;
  return [
    firstRender(1),
    firstRender(4),
    ...sizes.map(arrive),
    ...sizes.map(open),
    ...liveSizes.map((count) => live(count, 1000)),
    live(many, 200),
    live(many, Infinity),
    prepend(),
    typing(many),
    lifecycle(),
  ];
}

/** @param {number} throttle */
function firstRender(throttle) {
  return {
    title: `first render, 20 rooms and 50 messages${throttle > 1 ? `, ${throttle} × slower CPU` : ''}`,
    figures: [
      { name: 'time', title: 'time', unit: 'ms', isRatio: true },
      { name: 'blocked', title: 'blocking time', unit: 'ms' },
      ...(throttle === 1 ? [{ name: 'bytes', title: 'scripts and styles, gzip', unit: 'KiB', digits: 1 }] : []),
    ],
    also: [BEFORE_INTENT],
    async run(stage, system) {
      const scene = { rooms: 20, messages: 50 };
      const { page, shownAt, startedAt } = await stage.open(system, scene, { throttle });
      // What comes after the first picture counts too: before intent, the connection.
      await page.waitForTimeout(1000);
      const blocked = await page.evaluate(() => window.bench.blocked());
      return { time: shownAt - startedAt, blocked, bytes: stage.backend.fetched / 1024 };
    },
  };
}

/** @param {number} count */
function arrive(count) {
  return {
    title: `the list of rooms comes, with ${count.toLocaleString('en')} messages in the open one`,
    /** A page of all rows takes longer each time than anybody would wait. */
    skip: count > 10_000 ? ['vue-advanced-chat', 'deep-chat', 'chatscope'] : count > 1000 ? ['vue-advanced-chat'] : [],
    figures: [
      { name: 'time', title: 'until the picture', unit: 'ms', isRatio: true },
      { name: 'elements', title: 'elements', unit: '' },
      { name: 'heap', title: 'JS heap after collection', unit: 'MB', digits: 1 },
    ],
    async run(stage, system) {
      const { page, session, shownAt } = await stage.open(system, { rooms: 1, messages: count });
      const time = shownAt - stage.backend.toldAt;
      const elements = await page.evaluate(() => window.bench.elements());
      const { JSHeapUsedSize = 0 } = await stage.afterCollection(session);
      return { time, elements, heap: JSHeapUsedSize / 1e6 };
    },
  };
}

/** @param {number} count */
function open(count) {
  return {
    title: `another room is opened, with ${count.toLocaleString('en')} messages`,
    /** One has one room only; the others take longer each time than anybody would wait. */
    skip: ['deep-chat', ...(count > 10_000 ? ['chatscope'] : []), ...(count > 1000 ? ['vue-advanced-chat'] : [])],
    figures: [{ name: 'time', title: 'until the picture', unit: 'ms', isRatio: true }],
    async run(stage, system) {
      const { page } = await stage.open(system, { rooms: 2, messages: 20, second: count });
      await page.waitForTimeout(500);
      const time = await page.evaluate(async (text) => {
        const pressed = Date.now();
        window.view.openSecond();
        return (await window.bench.shown(text)) - pressed;
      }, last(count));
      return { time };
    },
  };
}

/** @param {number} count of messages in the room @param {number} rate messages a second */
function live(count, rate) {
  const speed = rate === Infinity ? 'as fast as they come' : `at ${rate.toLocaleString('en')}/s`;
  return {
    title: `1,000 live messages ${speed} into a room of ${count.toLocaleString('en')}`,
    skip: count > 1000 ? ['vue-advanced-chat'] : [],
    figures: [
      { name: 'cpu', title: 'main thread a message', unit: 'µs', isRatio: true },
      { name: 'missed', title: 'frames missed', unit: '%' },
      { name: 'worst', title: 'longest frame', unit: 'ms' },
    ],
    async run(stage, system) {
      const { page, session } = await stage.open(system, { rooms: 1, messages: count });
      await page.waitForTimeout(500);
      const before = await stage.metrics(session);
      await page.evaluate(() => window.bench.watchFrames());
      await broadcastAll(stage, rate);
      await page.evaluate((text) => window.bench.shown(text), last(stage.backend.count));
      const { missed, worst } = await page.evaluate(() => window.bench.stop());
      await page.waitForTimeout(300);
      const after = await stage.metrics(session);
      return { cpu: ((after.TaskDuration - before.TaskDuration) * 1e6) / LIVE, missed, worst };
    },
  };
}

/** A few every five milliseconds. @param {Stage} stage @param {number} rate a second */
async function broadcastAll({ backend }, rate) {
  const began = performance.now();
  for (let sent = 0; sent < LIVE;) {
    const due = rate === Infinity ? LIVE : ((performance.now() - began) / 1000) * rate;
    for (; sent < Math.min(due, LIVE); sent += 1) backend.broadcast();
    if (sent < LIVE) await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function prepend() {
  return {
    title: '50 older messages come above the line that is read',
    skip: ['limit', 'deep-chat'],
    figures: [
      { name: 'drift', title: 'farthest from its place', unit: 'px', digits: 1 },
      { name: 'rows', title: 'rows that came above it', unit: '' },
    ],
    async run(stage, system) {
      const { page } = await stage.open(system, { rooms: 1, messages: 200, history: true });
      await page.waitForTimeout(500);
      await page.evaluate(() => window.bench.lookUp());
      const older = system.name === 'ours' ? undefined : messages(-50, 0);
      await page.evaluate((each) => each && window.view.prepend(each), older);
      const { drift, rows } = await page.evaluate(() => window.bench.drift(1500));
      if (rows === 0) throw new Error('nothing came above the line');
      return { drift, rows };
    },
  };
}

/** @param {number} count */
function typing(count) {
  return {
    title: `typing in a room of ${count.toLocaleString('en')}`,
    skip: count > 1000 ? ['vue-advanced-chat'] : [],
    figures: [{ name: 'delay', title: 'from key to frame', unit: 'ms', digits: 1 }],
    async run(stage, system) {
      const { page } = await stage.open(system, { rooms: 1, messages: count });
      await page.evaluate(() => {
        window.view.input().focus();
        window.bench.watchKeys();
      });
      for (let key = 0; key < 30; key += 1) {
        await page.keyboard.press('a');
        await page.waitForTimeout(30);
      }
      const delays = await page.evaluate(() => window.bench.keys());
      return { delay: median(delays) };
    },
  };
}

/** Only elements can be created and removed by a page in the same way. */
function lifecycle() {
  return {
    title: 'created and removed ten times',
    skip: ['plain', 'limit', 'chatscope'],
    figures: [
      { name: 'instances', title: 'instances that stay', unit: '' },
      { name: 'listeners', title: 'event listeners that stay', unit: '' },
      { name: 'sockets', title: 'connections that stay', unit: '' },
      { name: 'shared', title: 'connections of ten at once', unit: '' },
      { name: 'tabs', title: 'connections of ten tabs', unit: '' },
    ],
    async run(stage, system) {
      const { page, session } = await stage.open(system, { rooms: 1, messages: 50 });
      const others = stage.backend.sockets;
      const tag = system.tag ?? '';
      const before = await stage.afterCollection(session);
      for (let round = 0; round < 10; round += 1) {
        await page.evaluate(async (name) => {
          const model = document.querySelector(name);
          const copy = model.cloneNode();
          for (const key of ['rooms', 'messages', 'connect']) if (name !== 'chat-widget') copy[key] = model[key];
          document.body.append(copy);
          await new Promise((resolve) => setTimeout(resolve, 100));
          copy.remove();
        }, tag);
      }
      await page.waitForTimeout(1000);
      const sockets = stage.backend.sockets - others;
      const instances = (await stage.instances(session, tag)) - 1;
      const after = await stage.afterCollection(session);
      const left = { instances, sockets, listeners: after.JSEventListeners - before.JSEventListeners };
      if (system.name !== 'ours') return left;
      await page.evaluate((name) => {
        for (let copy = 0; copy < 9; copy += 1) document.body.append(document.querySelector(name).cloneNode());
      }, tag);
      await page.waitForTimeout(1000);
      const shared = stage.backend.sockets;
      for (let tab = 1; tab < 10; tab += 1) await stage.openAnotherTab(system);
      await page.waitForTimeout(1000);
      return { ...left, shared, tabs: stage.backend.sockets };
    },
  };
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
