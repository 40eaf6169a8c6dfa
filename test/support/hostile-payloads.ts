import fc from 'fast-check';

/** Names that the decoders look for, so that generated objects get past the first check. */
const fieldName = fc.constantFrom(
  ...'user users user_id _id id name email room rooms chats message messages last_message message_body text type'.split(
    ' ',
  ),
  ...'data error code created_at date $date $oid unread is_group participants online has_more capabilities'.split(' '),
  ...'client_id __proto__ toString'.split(' '),
);

/** Anything at all, and what looks as if it came from a backend. */
export const { payload: lookalike } = fc.letrec((tie) => ({
  payload: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.anything({ withDate: true, withBigInt: true, withNullPrototype: true, withMap: true, withBoxedValues: true }),
    fc.json(),
    fc.array(tie('payload'), { maxLength: 4 }),
    fc.dictionary(fieldName, tie('payload'), { maxKeys: 8 }),
  ),
}));

export function boobyTrap(): never {
  throw new Error('secret');
}
const revoked = Proxy.revocable([], {});
revoked.revoke();
const deep = Array.from({ length: 1e5 }).reduce<unknown>((inner) => ({ data: inner, room: inner, message: inner }), {});

/** Objects that throw when looked at in the ways that a decoder looks, and what no decoder expects. */
export const hostile: readonly [name: string, payload: unknown][] = [
  ['a throwing getter', Object.defineProperty({ id: 'x' }, 'user', { enumerable: true, get: boobyTrap })],
  ['a throwing toString', { id: { toString: boobyTrap }, room: { toString: 'x' }, message: { valueOf: boobyTrap } }],
  ['a proxy with traps', new Proxy({}, { get: boobyTrap, ownKeys: boobyTrap, getPrototypeOf: boobyTrap })],
  ['a revoked proxy', revoked.proxy],
  ['a hundred thousand levels', deep],
  ['JSON of a hundred thousand levels', '['.repeat(1e5) + ']'.repeat(1e5)],
  ['binary', new Uint8Array(8).buffer],
  ['a function', boobyTrap],
  ['a symbol', Symbol('x')],
];
