import { ChatRequestEvent } from '../events/request-event.ts';
import type { RequestName, Requests } from '../session/requests.ts';

/**
 * Sends an element's wish up to its provider.
 * @returns false when the page prevented it.
 */
export function request<N extends RequestName>(from: EventTarget, name: N, detail: Requests[N]): boolean {
  return from.dispatchEvent(new ChatRequestEvent(name, detail));
}
