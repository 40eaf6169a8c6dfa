import { type ClientEventName, SERVER_EVENT_NAMES, type ServerEventName } from './events.ts';
import type { ProtocolOptions } from './protocol-options.ts';

/** The backend's name for one of our events. */
export function wireName(event: ClientEventName | ServerEventName, options?: ProtocolOptions): string {
  return options?.rename?.[event] || event;
}

/** Our name for a server event, undefined for one that is none of ours or was renamed away. */
export function serverEventName(wire: string, options?: ProtocolOptions): ServerEventName | undefined {
  return SERVER_EVENT_NAMES.find((event) => wireName(event, options) === wire);
}
