import * as v from 'valibot';
import type { ClientEventName } from '../../src/protocol/events.ts';

/** Of a user or room. Without spaces, so that two ids joined by one are still told apart. */
const ID = /^[^\s\p{Cc}]{1,128}$/u;
/** Of a message, made by its sender. */
const CLIENT_ID = /^[^\p{C}\p{Zl}\p{Zp}]{1,128}$/u;
const id = v.pipe(v.string('must be text'), v.regex(ID, 'is no id'));

/** Databases cut a text at U+0000, and what was broadcast would not be what is kept. */
const savable = v.pipe(
  v.string('must be text'),
  v.check((value) => !value.includes('\0'), 'has a character that cannot be saved'),
);
const text = (longest: number) =>
  v.pipe(savable, v.trim(), v.maxLength(longest, `must have ${longest} characters or fewer`));

const user = v.object({
  user_id: v.optional(v.pipe(v.string('must be text'), v.maxLength(128, 'is too long')), ''),
  email: v.optional(text(254), ''),
  name: v.optional(text(100), ''),
});
/** Somebody who is added to a room: an id, or an address or a name by which the person is found. */
const participant = v.pipe(
  user,
  v.check(({ user_id, email, name }) => (user_id ? isId(user_id) : Boolean(email || name)), 'names nobody'),
);
/** Who sends is known from the token; the claim is only held to its shape. */
const claimed = v.optional(user);
const typing = v.object({ room: id, user: claimed });

/** What each client event must carry. Keys that are not named here are ignored. */
export const schemas = {
  connected: v.object({
    user: claimed,
    sid: v.optional(v.string()),
    token: v.optional(v.pipe(v.string(), v.maxLength(8192))),
  }),
  get_chats: v.nullish(v.object({ user: claimed })),
  new_room_create: v.object({
    name: v.optional(text(100), ''),
    participants: v.pipe(
      v.array(participant, 'must be a list'),
      v.minLength(1, 'must name somebody'),
      v.maxLength(100, 'must name 100 people or fewer'),
    ),
    user: claimed,
    is_group: v.boolean('must be true or false'),
  }),
  new_message: v.object({
    room: id,
    message_body: v.pipe(
      savable,
      v.check((body) => body.trim() !== '', 'is blank'),
    ),
    type: v.optional(v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]{0,63}$/, 'is no message type')), 'USER_TEXT_MESSAGE'),
    user: claimed,
    client_id: v.optional(v.pipe(v.string('must be text'), v.regex(CLIENT_ID, 'is no id'))),
  }),
  typing_start: typing,
  typing_end: typing,
  online_status: v.nullish(v.object({ user_id: v.optional(v.string()) })),
  get_messages: v.object({
    room: id,
    before: v.optional(id),
    after: v.optional(id),
    limit: v.optional(v.number('must be a number'), 50),
  }),
} satisfies Record<ClientEventName, v.GenericSchema>;

/** Whether a text can be the id of a user. */
export function isId(value: string): boolean {
  return ID.test(value);
}

export type Inbound = { readonly [E in ClientEventName]: v.InferOutput<(typeof schemas)[E]> };

/** What is wrong with a payload, in one sentence; undefined when nothing is. */
export function problemsOf(issues: readonly v.BaseIssue<unknown>[]): string {
  return issues
    .slice(0, 3)
    .map((issue) => `${v.getDotPath(issue) ?? 'the payload'} ${issue.message}`)
    .join('; ');
}
