import { people, type Person } from '../people.ts';
import type { Repository } from './repository/repository.ts';

const MINUTE = 60_000;
const [mara, jonas, amelie, tomas, layla] = people;

interface Scene {
  readonly name: string;
  readonly isGroup: boolean;
  readonly cast: readonly Person[];
  /** Minutes ago, who, what. */
  readonly lines: readonly (readonly [number, Person, string])[];
}

const scenes: readonly Scene[] = [
  {
    name: '',
    isGroup: false,
    cast: [mara, jonas],
    lines: [
      [2890, mara, 'Hello! Is the Heron chair also made in oak? On the page I only see ash.'],
      [
        2884,
        jonas,
        'Hello Mara, it is. Oak is a little heavier and takes two weeks longer, because we dry it ourselves.',
      ],
      [2883, jonas, 'Would you like to see a sample? I can put one in the post today.'],
      [2871, mara, 'That would be lovely, thank you. And how tall is the seat?'],
      [
        2869,
        jonas,
        '45 cm, and we cut it shorter or taller for nothing. Most people at a 75 cm table are happy with 45.',
      ],
      [61, jonas, 'The sample went out this morning. Here is how we finish oak: https://example.org/oak-finish'],
      [58, mara, 'Wonderful. I will measure our table tonight and write again.'],
    ],
  },
  {
    name: 'Order 2417: six chairs, one bench',
    isGroup: true,
    cast: [mara, jonas, tomas, amelie],
    lines: [
      [
        1500,
        amelie,
        'I have drawn the bench 20 cm longer, so that it goes with the six chairs. The new plan is in your folder.',
      ],
      [1480, mara, 'It looks right at once. The children will fight for the middle.'],
      [1475, tomas, 'Then we round the edges a little more 🙂'],
      [1472, jonas, 'Price stays as agreed. We begin on Monday and you get a picture of each step.'],
      [190, tomas, 'Legs are turned, seats are glued. Tomorrow the first coat of oil.'],
      [176, mara, 'I can nearly smell it from here.'],
    ],
  },
  {
    name: 'Workshop',
    isGroup: true,
    cast: [jonas, amelie, tomas, layla],
    lines: [
      [400, layla, 'The van is back on Thursday, so deliveries start again on Friday.'],
      [396, tomas, 'Good. Order 2398 is ready and wrapped.'],
      [395, amelie, 'Please leave two blankets here, I need them for the exhibition.'],
      [30, layla, 'Done. They are on the blue shelf.'],
    ],
  },
  {
    name: '',
    isGroup: false,
    cast: [mara, layla],
    lines: [
      [8700, layla, 'مرحبا مارا، هل يناسبك التسليم يوم الجمعة صباحًا؟'],
      [8690, mara, 'Friday morning is perfect. The bell is broken, please knock.'],
      [8688, layla, 'تمام، سأطرق الباب. إلى اللقاء يوم الجمعة!'],
    ],
  },
];

/** Gives a new database a past, so that the demo does not begin with an empty page. Does nothing where there is one. */
export async function seed(repository: Repository, now = Date.now()): Promise<void> {
  if ((await repository.roomIdsOf(mara.user_id)).length > 0) return;
  for (const person of people) await repository.saveUser(person);
  for (const { name, isGroup, cast, lines } of scenes) {
    const room = await repository.createRoom({ name, isGroup, users: cast });
    for (const [minutes, user, body] of lines) {
      const message = { room: room.room_id, user, type: 'USER_TEXT_MESSAGE', body };
      await repository.createMessage(message, now - minutes * MINUTE);
    }
  }
}
