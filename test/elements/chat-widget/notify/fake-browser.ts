/** Replaces a property of the window or the navigator until it is restored. */
function replace(target: object, name: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, writable: true, value });
  return () => {
    if (before) Object.defineProperty(target, name, before);
    else Reflect.deleteProperty(target, name);
  };
}

/** Ears for a page: counts the sounds instead of playing them. */
export class FakeAudio {
  played = 0;
  /** Whether somebody has touched the page. */
  isAllowed = true;
  /** Set to have the browser refuse in its own way. */
  failure: 'none' | 'throws' | 'stays suspended' = 'none';
  opened = 0;
  closed = 0;
  #restores: (() => void)[] = [];

  install(audio = this): void {
    Object.assign(this, { played: 0, opened: 0, closed: 0, isAllowed: true, failure: 'none' });
    const ignore = (): void => {};
    const node = { connect: (next: unknown) => next };
    this.#restores = [
      replace(navigator, 'userActivation', {
        get hasBeenActive() {
          return audio.isAllowed;
        },
      }),
      replace(
        window,
        'AudioContext',
        class {
          state = 'suspended';
          currentTime = 0;
          destination = {};
          constructor() {
            if (audio.failure === 'throws') throw new DOMException('no device', 'NotSupportedError');
            audio.opened += 1;
          }
          async resume(): Promise<void> {
            if (audio.failure === 'stays suspended') return new Promise(() => {});
            this.state = 'running';
            audio.played += 1;
          }
          close(): Promise<void> {
            audio.closed += 1;
            return Promise.resolve();
          }
        },
      ),
      replace(
        window,
        'OscillatorNode',
        class {
          onended = (): void => {};
          connect = node.connect;
          start = (): void => {};
          stop(): void {
            queueMicrotask(() => {
              this.onended();
            });
          }
        },
      ),
      replace(
        window,
        'GainNode',
        class {
          connect = node.connect;
          gain = { setValueAtTime: ignore, linearRampToValueAtTime: ignore, exponentialRampToValueAtTime: ignore };
        },
      ),
    ];
  }

  restore(): void {
    for (const restore of this.#restores) restore();
  }
}

interface Shown {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  readonly silent: boolean;
  isClosed: boolean;
  onclick?: () => void;
}

/** A desktop that keeps the notifications in a list. */
export class FakeDesktop {
  shown: Shown[] = [];
  asked = 0;
  permission: NotificationPermission = 'granted';
  isForbidden = false;
  #restore = (): void => {};

  install(desktop = this): void {
    Object.assign(this, { shown: [], asked: 0, permission: 'granted', isForbidden: false });
    this.#restore = replace(
      window,
      'Notification',
      class {
        static get permission(): NotificationPermission {
          return desktop.permission;
        }
        static async requestPermission(): Promise<NotificationPermission> {
          desktop.asked += 1;
          return Promise.resolve(desktop.permission);
        }
        isClosed = false;
        constructor(title: string, options: Omit<Shown, 'title' | 'isClosed'>) {
          if (desktop.isForbidden) throw new TypeError('Illegal constructor');
          Object.assign(this, { title, ...options });
          desktop.shown.push(this as unknown as Shown);
        }
        close(): void {
          this.isClosed = true;
        }
      },
    );
  }

  restore(): void {
    this.#restore();
  }
}
