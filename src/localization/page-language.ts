/** The nearest `lang` that is a language at all, in the spelling of `Intl`; without one, that of the browser. */
export function localeOf(element: Element): string {
  for (let at: Node | null = element; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (at instanceof HTMLElement && at.lang) return canonical(at.lang) ?? 'en';
  }
  return navigator.language;
}

function canonical(lang: string): string | undefined {
  try {
    // `pt_BR` is how servers write it.
    return Intl.getCanonicalLocales(lang.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/** Hears of each `lang` in one root and in those around it, as long as somebody listens. */
class RootWatch {
  static readonly #byRoot = new WeakMap<Node, RootWatch>();

  static of(root: Node): RootWatch {
    const watch = RootWatch.#byRoot.get(root) ?? new RootWatch(root);
    RootWatch.#byRoot.set(root, watch);
    return watch;
  }

  readonly #root: Node;
  readonly #listeners = new Set<() => void>();
  readonly #observer = new MutationObserver(() => {
    this.#notify();
  });
  #unwatchOutside: (() => void) | undefined;

  constructor(root: Node) {
    this.#root = root;
  }

  listen(listener: () => void): () => void {
    if (this.#listeners.size === 0) this.#start();
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stop();
    };
  }

  readonly #notify = (): void => {
    for (const listener of this.#listeners) listener();
  };

  #start(): void {
    this.#observer.observe(this.#root, { subtree: true, attributeFilter: ['lang'] });
    if (this.#root instanceof ShadowRoot) this.#unwatchOutside = watchLanguage(this.#root.host, this.#notify);
  }

  #stop(): void {
    this.#observer.disconnect();
    this.#unwatchOutside?.();
  }
}

/** Tells when what `localeOf` gives for a connected element may be another. One observer a root serves all elements. */
export function watchLanguage(element: Element, changed: () => void): () => void {
  return RootWatch.of(element.getRootNode()).listen(changed);
}
