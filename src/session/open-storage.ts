import { Turns } from '../connection/turns.ts';
import type { Platform } from '../platform/platform.ts';
import type { KeyedStorage } from '../platform/storage.ts';
import { sessionKey } from './address.ts';
import type { SessionOptions } from './session.ts';

export interface SessionStorage {
  readonly storage: KeyedStorage;
  /** Of one person at one server: nothing leaks from one identity to another one. */
  readonly namespace: string;
  /** Whether other pages of the origin see it too. */
  readonly isShared: boolean;
  readonly turns: Turns;
}

/** Undefined where nothing is to be stored. Without locks two pages could send the same message, so none is shared then. */
export function openStorage(options: SessionOptions, { clock, locks, storage }: Platform): SessionStorage | undefined {
  const { storage: wanted = 'none' } = options;
  if (wanted === 'none') return undefined;
  const mode = locks.supported ? wanted : 'session';
  const namespace = sessionKey(options);
  return { storage: storage(mode, namespace), namespace, isShared: mode === 'local', turns: new Turns(clock) };
}
