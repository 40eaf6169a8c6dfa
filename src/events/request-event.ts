import type { RequestName, Requests } from '../session/requests.ts';

/**
 * An element's wish, on its way up to the provider, which honours it unless the page prevents it.
 * Its type is `chat-<name>-request`: `chat-send-request`, `chat-create-room-request`, …
 */
export class ChatRequestEvent<N extends RequestName = RequestName> extends Event {
  readonly request: N;
  readonly detail: Requests[N];

  constructor(request: N, detail: Requests[N]) {
    super(`chat-${request}-request`, { bubbles: true, composed: true, cancelable: true });
    this.request = request;
    this.detail = detail;
  }
}
