import type { KeyedStorage } from '../../platform/storage.ts';
import { allEmoji, type Emoji } from './emoji-groups.ts';
import { findEmoji, findExactly } from './find-emoji.ts';
import { Lexicon } from './lexicon.ts';
import { loadLexicon } from './load-lexicon.ts';
import { SKIN_TONES, withTone, type SkinTone } from './skin-tone.ts';

const RECENT = 'recent emoji';
const TONE = 'emoji skin tone';
/** Two lines of the panel, nearly everywhere. */
const MOST_RECENT = 16;

/**
 * Emoji as one person knows them: named in their language, in their skin tone, and those they picked lately. Dispatches
 * `change` when any of that is another.
 */
export class PersonalEmoji extends EventTarget {
  /** Well-formed, such as `pt-BR`. Names follow when they are fetched. */
  locale = 'en';

  readonly #load: typeof loadLexicon;
  /** The locale of the names that are there or on their way. */
  #named: string | undefined = 'en';
  #lexicon: Lexicon | undefined;
  #storage: KeyedStorage | undefined;
  #recent: readonly string[] = [];
  #tone: SkinTone | undefined;

  constructor(load = loadLexicon) {
    super();
    this.#load = load;
  }

  /** Where tone and recent ones are kept; undefined keeps them as long as the page. */
  set storage(storage: KeyedStorage | undefined) {
    if (storage === this.#storage) return;
    this.#storage = storage;
    // They were another person's.
    this.#recent = [];
    this.#tone = undefined;
    void this.#restore(storage);
  }

  get tone(): SkinTone {
    return this.#tone ?? 0;
  }

  set tone(tone: SkinTone) {
    this.#tone = tone;
    this.#keep(TONE, tone);
    this.#tellChange();
  }

  /** Newest first. */
  get recent(): readonly Emoji[] {
    return this.#recent.flatMap((recent) => allEmoji().find(({ char }) => char === recent) ?? []);
  }

  addRecent({ char }: Emoji): void {
    this.#recent = [char, ...this.#recent.filter((each) => each !== char)].slice(0, MOST_RECENT);
    this.#keep(RECENT, this.#recent);
    this.#tellChange();
  }

  /** English ones until those of `locale` are fetched, and where there are none or they cannot be fetched. */
  nameOf(emoji: Emoji): string {
    return (this.#lexicon ?? Lexicon.english).nameOf(emoji);
  }

  charOf(emoji: Emoji): string {
    return withTone(emoji, this.tone);
  }

  find(query: string, limit: number): readonly Emoji[] {
    return findEmoji(query, this.#lexicon ? [this.#lexicon, Lexicon.english] : [Lexicon.english], limit);
  }

  /** A short code means the same in all languages, so English comes first. */
  findExactly(code: string): readonly Emoji[] {
    return findExactly(code, this.#lexicon ? [Lexicon.english, this.#lexicon] : [Lexicon.english]);
  }

  /** To be called when names are needed: those of `locale` are fetched if they are not there. */
  async fetchNames(): Promise<void> {
    const { locale } = this;
    if (locale === this.#named) return;
    this.#named = locale;
    const lexicon = await this.#load(locale).catch(() => 'failed' as const);
    if (locale !== this.#named) return;
    if (lexicon === 'failed') this.#named = undefined;
    const before = this.#lexicon;
    this.#lexicon = lexicon === 'failed' ? undefined : lexicon;
    // Who is told may ask again at once: where the network is away, that would never end.
    if (this.#lexicon !== before) this.#tellChange();
  }

  /** Behind what was picked meanwhile. A device that refuses costs what it kept, no more. */
  async #restore(storage: KeyedStorage | undefined): Promise<void> {
    const entries = await storage?.entries().catch(() => undefined);
    if (!entries || storage !== this.#storage) return;
    const recent = entries.get(RECENT);
    const older = Array.isArray(recent) ? recent.filter((each) => typeof each === 'string') : [];
    this.#recent = [...new Set([...this.#recent, ...older])].slice(0, MOST_RECENT);
    this.#tone ??= SKIN_TONES.find((tone) => tone === entries.get(TONE));
    this.#tellChange();
  }

  #keep(key: string, value: unknown): void {
    this.#storage?.set(key, value).catch(() => undefined);
  }

  #tellChange(): void {
    this.dispatchEvent(new Event('change'));
  }
}
