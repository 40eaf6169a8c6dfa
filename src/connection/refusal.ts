import type { ChatError } from '../protocol/model.ts';

const CODES = new Set(['401', '403', 'unauthorized', 'unauthenticated', 'forbidden', 'token_expired', 'invalid_token']);
const WORDS =
  /\b(un-?authori[sz]ed|un-?authenticated|authentication|forbidden|not authori[sz]ed|credentials?|jwt|token)\b/i;

/**
 * Whether a refusal is about who we are. There is no standard for it: the usual HTTP codes, the usual names for them,
 * and the words that middlewares put into their messages.
 */
export function isAboutIdentity({ code, message }: ChatError): boolean {
  return code === undefined ? WORDS.test(message) : CODES.has(code.toLowerCase()) || WORDS.test(code);
}

/** Why the server ended the connection: something that we sent is larger than it takes. */
export const TOO_LARGE: ChatError = { code: 'too_large', message: 'The server takes no message of this size.' };
