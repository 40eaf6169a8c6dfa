import { io, type Socket } from 'socket.io-client';
import type { WireUser } from '../../src/protocol/events.ts';
import type { Person } from '../people.ts';
import type { WireMessage, WireRoom } from './repository/wire.ts';

/** What a careful reader takes to read a message, and a quick one to write a letter. */
const READING_MS = 1200;
const MS_PER_LETTER = 22;
const LONGEST_WRITING_MS = 3500;

/** What they say at the workshop, by what they are asked; the page of the shop says the same. */
const ANSWERS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(price|prices|cost|costs|much|expensive|£)/i,
    'The Heron chair is £420, the Hob stool £180, the Tarn bench £560 and the long table £1,950. Oak or ash cost the same, and so does another height.',
  ],
  [
    /\b(when|long|deliver\w*|ready|weeks?|ship\w*)\b/i,
    'Nine weeks from the drawing to your door. Four of them it only dries over the stove, and the dog will not let us hurry that part 🐕',
  ],
  [
    /\b(oak|ash|wood|colou?r|black|stain\w*|oil\w*|soap\w*)\b/i,
    'Both are here. *Ash* bends, so it goes into backs; *oak* is heavy, so it goes into tables. For seats choose by colour: oiled, soaped or stained black. Shall I post you a sample?',
  ],
  [
    /\b(tall|taller|height|high|low|lower|wide|wider|size|measure\w*|cm)\b/i,
    'We make it to measure for the same price. Send me two numbers and I draw it tonight:\n- your own height\n- the height of your table',
  ],
  [
    /\b(try|visit|see|come|saturday|address|where)\b/i,
    'Come on a Saturday, 10 to 16. There is coffee ☕ and there are chairs.',
  ],
  [
    /\b(broken|breaks?|repair|loose|wobbl\w*)\b/i,
    'That is on us, for thirty years. What is the number under the seat?',
  ],
  [/\b(thanks?|thank you|great|wonderful|perfect|lovely)\b/i, 'With pleasure! 🙂'],
  [
    /\b(hello|hi|hey|good (morning|evening|day))\b/i,
    'Hello, and welcome to the workshop! Which piece are you thinking of?',
  ],
];

/** For all else, in turn. */
const OTHERWISE = [
  'Good question. I will ask at the bench and write again this evening.',
  'I have it on my list. Is there anything else that I can draw for you?',
  'Let me look into the drawer with the templates… I will send you a drawing tomorrow.',
] as const;

export interface StandInOptions {
  readonly url: string;
  readonly person: Person;
  /** Gives a token, as the site's own sign-in would. */
  readonly signIn: () => Promise<string>;
  /** Somebody else is there as this person, and answers. */
  readonly isRelieved: () => boolean;
  /** Default 1: as a person would. */
  readonly speed?: number;
}

/**
 * Keeps a place at the shop taken, so that whoever tries the demo alone gets an answer: writes back, as one of the demo
 * people, to everybody who writes to them alone. A client like any other, which knows the documented events only.
 */
export class StandIn {
  readonly #options: StandInOptions;
  readonly #user: WireUser;
  readonly #socket: Socket;
  readonly #directRooms = new Set<string>();
  readonly #answers = new Map<string, NodeJS.Timeout>();
  #turn = 0;

  constructor(options: StandInOptions) {
    this.#options = options;
    const { user_id, email, name } = options.person;
    this.#user = { user_id, email, name };
    this.#socket = io(options.url, { transports: ['websocket'] });
    this.#socket.on('connect', () => void this.#arrive());
    this.#socket.on('disconnect', (reason) => {
      // The token has ended; the client does not come back by itself then.
      if (reason === 'io server disconnect') this.#socket.connect();
    });
    this.#socket.on('set_chats', (rooms: readonly WireRoom[]) => {
      for (const room of rooms) this.#learn(room);
    });
    this.#socket.on('add_room', (room: WireRoom) => {
      this.#learn(room);
    });
    this.#socket.on('message_broadcast', (message: WireMessage) => {
      this.#receive(message);
    });
  }

  close(): void {
    for (const answer of this.#answers.values()) clearTimeout(answer);
    this.#socket.disconnect();
  }

  async #arrive(): Promise<void> {
    const token = await this.#options.signIn();
    this.#socket.emit('connected', { user: this.#user, sid: this.#socket.io.engine.id, token });
    this.#socket.emit('get_chats', { user: this.#user });
  }

  #learn({ room_id, is_group }: WireRoom): void {
    if (!is_group) this.#directRooms.add(room_id);
  }

  #receive({ room, user, message_body }: WireMessage): void {
    if (user.user_id === this.#user.user_id || !this.#directRooms.has(room)) return;
    // Who writes twice gets one answer, to both.
    this.#later(room, READING_MS, () => {
      this.#write(room, this.#answerTo(message_body));
    });
  }

  #write(room: string, body: string): void {
    if (this.#options.isRelieved()) return;
    this.#socket.emit('typing_start', { room, user: this.#user });
    this.#later(room, Math.min(LONGEST_WRITING_MS, body.length * MS_PER_LETTER), () => {
      this.#socket.emit('typing_end', { room, user: this.#user });
      this.#socket.emit('new_message', { room, message_body: body, type: 'USER_TEXT_MESSAGE', user: this.#user });
    });
  }

  #answerTo(question: string): string {
    const [, answer] = ANSWERS.find(([words]) => words.test(question)) ?? [];
    if (answer) return answer;
    this.#turn += 1;
    return OTHERWISE[this.#turn % OTHERWISE.length] ?? OTHERWISE[0];
  }

  #later(room: string, ms: number, act: () => void): void {
    clearTimeout(this.#answers.get(room));
    this.#answers.set(room, setTimeout(act, ms / (this.#options.speed ?? 1)));
  }
}
