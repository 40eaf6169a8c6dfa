import type { CDPSession } from 'playwright-core';

declare global {
  // A `let` would not be on `globalThis`.
  /** Running timers of any length. */
  var timers: Set<number>;
  /** On window, document and other targets that outlive an element. */
  var listeners: Set<string>;
  /** Every tag that was ever defined. */
  var tags: string[];
}

/** Each runs in the page before all else. */
export const countResources = [countTimers, countListeners, listTags];

function countTimers(): void {
  const timers = (globalThis.timers = new Set<number>());
  const startTimeout = window.setTimeout.bind(window) as (callback: () => void, ms?: number) => number;
  const startInterval = window.setInterval.bind(window) as (callback: () => void, ms?: number) => number;
  const count = (id: number): number => {
    timers.add(id);
    return id;
  };
  const counted = {
    setTimeout(callback: (...args: unknown[]) => void, ms?: number, ...args: unknown[]): number {
      const id = startTimeout(() => {
        timers.delete(id);
        callback(...args);
      }, ms);
      return count(id);
    },
    setInterval(callback: (...args: unknown[]) => void, ms?: number, ...args: unknown[]): number {
      return count(startInterval(() => callback(...args), ms));
    },
  };
  const [endTimeout, endInterval] = [window.clearTimeout.bind(window), window.clearInterval.bind(window)];
  const ends = (end: (id?: number) => void) => (id?: number) => {
    if (id !== undefined) timers.delete(id);
    end(id);
  };
  Object.assign(window, counted, { clearTimeout: ends(endTimeout), clearInterval: ends(endInterval) });
}

function countListeners(): void {
  const listeners = (globalThis.listeners = new Set<string>());
  const numbers = new WeakMap<object, number>();
  let last = 0;
  const numberOf = (object: object): number => {
    if (!numbers.has(object)) numbers.set(object, (last += 1));
    return numbers.get(object) ?? 0;
  };
  const watch = <T extends EventTarget>(target: T): T => {
    const add = target.addEventListener.bind(target);
    const remove = target.removeEventListener.bind(target);
    const key = (type: string, listener: object, capture: boolean | undefined): string =>
      `${numberOf(target)} ${type} ${numberOf(listener)} ${Boolean(capture)}`;
    const captures = (options?: boolean | EventListenerOptions): boolean | undefined =>
      typeof options === 'object' ? options.capture : options;

    target.addEventListener = (type, listener, options) => {
      add(type, listener, options);
      if (!listener) return;
      const own = key(type, listener, captures(options));
      listeners.add(own);
      const forget = (): boolean => listeners.delete(own);
      const { signal, once } = typeof options === 'object' ? options : {};
      signal?.addEventListener('abort', forget);
      if (once) add(type, forget, { once, capture: captures(options) ?? false });
    };
    target.removeEventListener = (type, listener, options) => {
      remove(type, listener, options);
      if (listener) listeners.delete(key(type, listener, captures(options)));
    };
    return target;
  };
  watch(window);
  watch(document);
  if (window.visualViewport) watch(window.visualViewport);
  const matchMedia = window.matchMedia.bind(window);
  window.matchMedia = (query) => watch(matchMedia(query));
}

function listTags(): void {
  globalThis.tags = [];
  const define = customElements.define.bind(customElements);
  customElements.define = (tag, ...rest) => {
    globalThis.tags.push(tag);
    define(tag, ...rest);
  };
}

/** How many elements of this tag are in memory after a garbage collection, in the document or not. */
export async function instancesOf(devtools: CDPSession, tag: string): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { result } = await devtools.send('Runtime.evaluate', { expression: `customElements.get('${tag}').prototype` });
  const { objects } = await devtools.send('Runtime.queryObjects', { prototypeObjectId: result.objectId ?? '' });
  const { result: count } = await devtools.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    // A subclass' prototype is an object of its parent's prototype, too.
    functionDeclaration: `function () { return this.filter((each) => !Object.hasOwn(each, 'constructor')).length }`,
    returnByValue: true,
  });
  return count.value as number;
}
