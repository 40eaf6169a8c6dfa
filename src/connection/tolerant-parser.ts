import { Decoder, Encoder } from 'socket.io-parser';

/** The event under which a packet arrives that could not be read. */
export const UNREADABLE = 'unreadable packet';

/** An event packet whose event has a name that socket.io-client keeps for itself. */
const RESERVED_EVENT =
  /^([25](?:\d+-)?(?:\/[^,]*,)?\d*\[")(?=(?:connect|connect_error|disconnect|disconnecting|newListener|removeListener)")/;
const REFUSAL_WITHOUT_REASON = /^4(?:\/[^,]*,?)?$/;
const NAMESPACE = /^\d(?:\d+-)?(\/[^,]*,)/;

/**
 * Stock socket.io-client drops the whole connection for one packet that it cannot read, or that carries a reserved event
 * name, and throws on a refusal without a reason. Here the one packet goes, or gets a name that is allowed.
 */
class TolerantDecoder extends Decoder {
  override add(packet: unknown): void {
    const text = typeof packet === 'string' ? mend(packet) : undefined;
    if (this.#read(text ?? packet)) return;
    // It may have waited for the binary parts of the packet before, which never came.
    this.destroy();
    if (text !== undefined && this.#read(text)) return;
    const namespace = NAMESPACE.exec(text ?? '')?.[1] ?? '';
    super.add(`2${namespace}["${UNREADABLE}"]`);
  }

  #read(packet: unknown): boolean {
    try {
      super.add(packet);
      return true;
    } catch {
      return false;
    }
  }
}

function mend(packet: string): string {
  if (REFUSAL_WITHOUT_REASON.test(packet)) {
    return `${packet}${packet.includes('/') && !packet.endsWith(',') ? ',' : ''}{"message":""}`;
  }
  return packet.replace(RESERVED_EVENT, '$1server ');
}

export const tolerantParser = { Encoder, Decoder: TolerantDecoder };
