import type { Decoded } from './decoded.ts';
import type { ServerEventName } from './events.ts';
import type { RoomWithMessages } from './model.ts';
import type { DecodeContext, DecodedServerEvents, Decoders, ProtocolOptions } from './protocol-options.ts';
import { readError } from './read-error.ts';
import { parseText } from './read-fields.ts';
import { addProblem, findList, readList, UNREADABLE } from './read-list.ts';
import { readMessage } from './read-message.ts';
import { readPresence } from './read-presence.ts';
import { readRoom } from './read-room.ts';
import { readTyping } from './read-typing.ts';

/** The thing; or the reason why it is none; or undefined when `problems` already tell. */
type Read<T> = (payload: unknown, problems: string[], now: number) => T | string | undefined;

/** Makes a reader total: whatever it is given, nothing is thrown. */
function decoder<T extends object>(read: Read<T>): (payload: unknown, context: DecodeContext) => Decoded<T> {
  return (payload, { now }) => {
    const problems: string[] = [];
    let result: T | string | undefined;
    try {
      result = read(parseText(payload), problems, now);
    } catch {
      result = UNREADABLE;
    }
    if (typeof result !== 'string') return { value: result, problems };
    addProblem(problems, result);
    return { value: undefined, problems };
  };
}

function readRooms(
  payload: unknown,
  problems: string[],
  now: number,
): readonly RoomWithMessages[] | string | undefined {
  const list = findList(payload);
  if (!list) return 'not a list';
  return readList(
    list,
    'room',
    problems,
    (element, key) => readRoom(element, problems, now, key),
    (each) => each.room.id,
  );
}

const typing = decoder(readTyping);

/** The default decoder of each server event: tolerant (docs/protocol.md lists the shapes) and total. */
export const decoders: Decoders = {
  set_chats: decoder(readRooms),
  add_room: decoder(readRoom),
  message_broadcast: decoder((payload, _problems, now) => readMessage(payload, { now })),
  error: decoder(readError),
  show_start_typing: typing,
  show_end_typing: typing,
  online_status_show: decoder(readPresence),
};

/** Decodes with the page's own function first, where `options` holds one for the event. */
export function decodeWith<E extends ServerEventName>(
  event: E,
  payload: unknown,
  context: DecodeContext,
  options?: ProtocolOptions,
): Decoded<DecodedServerEvents[E]> {
  try {
    const decode = options?.decode?.[event];
    return decoders[event](decode ? decode(payload) : payload, context);
  } catch {
    return { value: undefined, problems: [`protocol.decode.${event} threw an error`] };
  }
}
