import type { CDPSession, Page } from 'playwright-core';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One finger on the glass, through the browser's own input: what it does with scrollers and swipes is real. */
export class Finger {
  static async on(page: Page): Promise<Finger> {
    return new Finger(await page.context().newCDPSession(page));
  }

  readonly #cdp: CDPSession;

  private constructor(cdp: CDPSession) {
    this.#cdp = cdp;
  }

  async down(point: Point): Promise<void> {
    await this.#touch('touchStart', [point]);
  }

  /** In steps, as a hand goes; about a frame for each. */
  async move(from: Point, to: Point, steps = 8): Promise<void> {
    for (let step = 1; step <= steps; step += 1) {
      const part = step / steps;
      await this.#touch('touchMove', [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }]);
      await pause(16);
    }
  }

  async up(): Promise<void> {
    await this.#touch('touchEnd', []);
  }

  async drag(from: Point, to: Point): Promise<void> {
    await this.down(from);
    await this.move(from, to);
    // A hand that rests before it lets go throws nothing.
    await pause(120);
    await this.move(to, to, 1);
    await this.up();
  }

  async flick(from: Point, to: Point): Promise<void> {
    await this.down(from);
    await this.move(from, to, 3);
    await this.up();
  }

  async #touch(type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]): Promise<void> {
    await this.#cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
