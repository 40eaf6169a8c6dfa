import assert from 'node:assert/strict';
import type { Actor } from '../integration/actor.ts';
import { until } from '../integration/until.ts';

/** Where the keyboard is. */
export interface Place {
  /** Names of the focused elements, from the page's inwards: `chat-widget > chat-widget-composer > textarea`. */
  readonly path: string;
  /** What is read of it. */
  readonly name: string;
  /** Somebody who looks sees that it has the focus. */
  readonly isSeen: boolean;
}

/** A person without a mouse. After each key the focus must be somewhere, and be seen there. */
export class Keyboard {
  readonly #actor: Actor;

  constructor(actor: Actor) {
    this.#actor = actor;
  }

  get place(): Promise<Place> {
    return this.#actor.page.evaluate(focusedPlace);
  }

  /** Presses one key after the other, and looks where the focus is after each. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.#actor.page.keyboard.press(key);
      await this.#isSeen(key);
    }
  }

  async #isSeen(key: string): Promise<void> {
    await until(
      async () => {
        const { path, isSeen } = await this.place;
        return path !== 'body' && isSeen;
      },
      `the focus to be seen after ${key}; it is at ${JSON.stringify(await this.place)}`,
    );
  }

  async type(text: string): Promise<void> {
    await this.#actor.page.keyboard.type(text);
  }

  /** Presses Tab until the focus is at such a place, at most as often as there can be stops, once round the page and further. */
  async tabTo(wanted: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const passed: string[] = [];
    for (let presses = 0; presses < 28; presses += 1) {
      const { path, name } = await this.place;
      if (wanted.test(`${path} "${name}"`)) return;
      passed.push(`${path} "${name}"`);
      await this.#actor.page.keyboard.press(key);
      // Behind the last stop are those of the browser itself.
      if ((await this.place).path === 'body') await this.press(key);
      else await this.#isSeen(key);
    }
    assert.fail(`${key} does not lead to ${String(wanted)}, but to:\n${passed.join('\n')}`);
  }

  /** Waits until the focus is there, as after something that takes its time. */
  async isAt(wanted: RegExp): Promise<void> {
    await until(
      async () => {
        const { path, name } = await this.place;
        return wanted.test(`${path} "${name}"`);
      },
      `the focus to be at ${String(wanted)}; it is at ${JSON.stringify(await this.place)}`,
    );
  }
}

/** Runs in the page. */
function focusedPlace(): Place {
  const path: Element[] = [];
  for (let at = document.activeElement; at; at = at.shadowRoot?.activeElement ?? null) path.push(at);
  const inmost = path.at(-1) ?? document.body;
  // A box around may show the focus of what is in it.
  const shows = (element: Element | null): boolean => {
    if (!element) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
  };
  // The panel itself is focused for a screen reader; it is what just opened.
  const isPanel = inmost.matches('.panel, h2');
  const label = inmost.getAttribute('aria-label') ?? (inmost.textContent || inmost.getAttribute('placeholder') || '');
  return {
    path: path.map(({ localName }) => localName).join(' > '),
    name: label.replace(/\s+/g, ' ').trim().slice(0, 80),
    isSeen: isPanel || shows(inmost) || shows(inmost.parentElement) || shows(inmost.closest('label')),
  };
}
