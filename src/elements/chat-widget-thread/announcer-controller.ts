import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { systemClock, type Clock } from '../../platform/clock.ts';

/** Milliseconds between two announcements: speech that is interrupted all the time says nothing. */
const PAUSE = 3000;
/** Milliseconds until what was said leaves the page; a reader that is slow still finds it. */
const KEEP = 10_000;
/** More than these are summed up. */
const MOST = 3;

type SumUp = (count: number) => string;

/** Says what arrives in a live region outside the transcript: a live transcript would be read again and again. */
export class AnnouncerController implements ReactiveController {
  readonly #findRegion: () => Element | null;
  readonly #clock: Clock;
  #waiting = new Map<SumUp, string[]>();
  #endPause: (() => void) | undefined;
  readonly #removals = new Map<Element, () => void>();

  constructor(host: ReactiveControllerHost, findRegion: () => Element | null, clock: Clock = systemClock) {
    this.#findRegion = findRegion;
    this.#clock = clock;
    host.addController(this);
  }

  /** Says each sentence, or `sumUp(count)` where there are many to be summed up by it. */
  announce(sentences: readonly string[], sumUp: SumUp): void {
    if (sentences.length === 0) return;
    this.#waiting.set(sumUp, [...(this.#waiting.get(sumUp) ?? []), ...sentences]);
    if (!this.#endPause) this.#speak();
  }

  hostDisconnected(): void {
    this.#endPause?.();
    this.#endPause = undefined;
    this.#waiting.clear();
    for (const [line, cancel] of this.#removals) {
      cancel();
      line.remove();
    }
    this.#removals.clear();
  }

  readonly #speak = (): void => {
    this.#endPause = undefined;
    if (this.#waiting.size === 0) return;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    this.#endPause = this.#clock.after(PAUSE, this.#speak);
    for (const [sumUp, sentences] of waiting) {
      for (const sentence of sentences.length > MOST ? [sumUp(sentences.length)] : sentences) this.#say(sentence);
    }
  };

  #say(sentence: string): void {
    const line = document.createElement('div');
    line.textContent = sentence;
    this.#findRegion()?.append(line);
    const remove = (): void => {
      line.remove();
      this.#removals.delete(line);
    };
    this.#removals.set(line, this.#clock.after(KEEP, remove));
  }
}
