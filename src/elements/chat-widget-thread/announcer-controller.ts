import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { systemClock, type Clock } from '../../platform/clock.ts';

/** Milliseconds between two announcements: speech that is interrupted all the time says nothing. */
const PAUSE = 3000;
/** Milliseconds until what was said leaves the page; a reader that is slow still finds it. */
const KEEP = 10_000;
/** More than these are summed up. */
const MOST = 3;

/** Says what arrives in a live region outside the transcript: a live transcript would be read again and again. */
export class AnnouncerController implements ReactiveController {
  readonly #findRegion: () => Element | null;
  readonly #clock: Clock;
  #waiting: string[] = [];
  #sumUp: (count: number) => string = String;
  #endPause: (() => void) | undefined;
  readonly #removals = new Map<Element, () => void>();

  constructor(host: ReactiveControllerHost, findRegion: () => Element | null, clock: Clock = systemClock) {
    this.#findRegion = findRegion;
    this.#clock = clock;
    host.addController(this);
  }

  /** Says each sentence, or `sumUp(count)` where there are many. */
  announce(sentences: readonly string[], sumUp: (count: number) => string): void {
    if (sentences.length === 0) return;
    this.#waiting.push(...sentences);
    this.#sumUp = sumUp;
    if (!this.#endPause) this.#speak();
  }

  hostDisconnected(): void {
    this.#endPause?.();
    this.#endPause = undefined;
    this.#waiting = [];
    for (const [line, cancel] of this.#removals) {
      cancel();
      line.remove();
    }
    this.#removals.clear();
  }

  readonly #speak = (): void => {
    this.#endPause = undefined;
    const sentences = this.#waiting;
    if (sentences.length === 0) return;
    this.#waiting = [];
    this.#endPause = this.#clock.after(PAUSE, this.#speak);
    for (const sentence of sentences.length > MOST ? [this.#sumUp(sentences.length)] : sentences) this.#say(sentence);
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
