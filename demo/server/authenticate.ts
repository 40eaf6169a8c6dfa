import { errors, jwtVerify, SignJWT } from 'jose';
import type { WireUser } from '../../src/protocol/events.ts';
import { Refusal } from './refusal.ts';
import { isId } from './schemas.ts';

export interface Identity {
  readonly user: WireUser;
  /** Epoch milliseconds at which the token ends, and the connection with it. */
  readonly expiresAt: number;
}

/** Signs and verifies the tokens that prove who somebody is (RFC 7519, HMAC with SHA-256). */
export class Authenticator {
  readonly #key: Uint8Array;

  constructor(secret: string) {
    this.#key = new TextEncoder().encode(secret);
  }

  sign({ user_id, name, email }: WireUser, minutes: number): Promise<string> {
    return new SignJWT({ name, email })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(user_id)
      .setIssuedAt()
      .setExpirationTime(`${minutes} minutes`)
      .sign(this.#key);
  }

  /** @throws Refusal with the code `unauthorized` or `token_expired` */
  async verify(token: string | undefined): Promise<Identity> {
    if (!token) throw new Refusal('unauthorized', 'You are not signed in: no token was sent.');
    try {
      const { payload } = await jwtVerify(token, this.#key, { algorithms: ['HS256'], requiredClaims: ['sub', 'exp'] });
      const { sub = '', exp = 0, name, email } = payload;
      if (!isId(sub)) throw new Error('the subject is no id');
      const user = { user_id: sub, email: asText(email), name: asText(name) };
      return { user, expiresAt: exp * 1000 };
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new Refusal('token_expired', 'Your sign-in has expired.');
      throw new Refusal('unauthorized', 'You are not signed in: the token is not valid.');
    }
  }
}

function asText(claim: unknown): string {
  return typeof claim === 'string' ? claim : '';
}
