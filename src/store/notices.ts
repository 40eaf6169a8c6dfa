import type { ChatError } from '../protocol/model.ts';
import type { Notice } from './state.ts';

/** More than these nobody reads. */
const MOST = 5;

/** The same error in a row is counted instead of shown again. */
export function addNotice(notices: readonly Notice[], id: string, error: ChatError): readonly Notice[] {
  const last = notices.at(-1);
  if (last?.error.message === error.message && last.error.code === error.code) {
    return [...notices.slice(0, -1), { ...last, count: last.count + 1 }];
  }
  return [...notices, { id, error, count: 1 }].slice(-MOST);
}

export function dismissNotice(notices: readonly Notice[], id: string): readonly Notice[] {
  const rest = notices.filter((notice) => notice.id !== id);
  return rest.length < notices.length ? rest : notices;
}
