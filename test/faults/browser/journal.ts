import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { WireUser } from '../../../src/protocol/events.ts';

export interface JournalRoom {
  readonly room_id: string;
  readonly name: string;
  readonly participants: readonly WireUser[];
}

export interface JournalMessage {
  readonly _id: string;
  readonly room: string;
  readonly message_body: string;
  readonly type: string;
  readonly user: WireUser;
  readonly created_at: string;
}

/** The database of the bare backend: a file with one thing a line. A line that was written survives `kill -9`. */
export class Journal {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  get rooms(): JournalRoom[] {
    return this.#lines.filter((line) => 'participants' in line);
  }

  /** Oldest first. */
  messages(room: string): JournalMessage[] {
    return this.#lines.filter((line) => 'message_body' in line).filter((message) => message.room === room);
  }

  add(line: JournalRoom | JournalMessage): void {
    appendFileSync(this.#file, `${JSON.stringify(line)}\n`);
  }

  get #lines(): (JournalRoom | JournalMessage)[] {
    if (!existsSync(this.#file)) return [];
    const lines = readFileSync(this.#file, 'utf8').split('\n').slice(0, -1);
    return lines.map((line) => JSON.parse(line) as JournalRoom | JournalMessage);
  }
}
