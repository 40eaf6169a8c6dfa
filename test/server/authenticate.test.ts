import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SignJWT } from 'jose';
import { Authenticator } from '../../demo/server/authenticate.ts';
import { Refusal } from '../../demo/server/refusal.ts';
import { ada, SECRET } from '../support/server-harness.ts';

const OTHER_SECRET = 'another-secret-that-is-long-enough-too';

/** A token of which everything but the named parts is right. */
function token({ secret = SECRET, alg = 'HS256', subject = 'ada', expires = '1 minute' }): Promise<string> {
  const jwt = new SignJWT({ name: 7, email: null }).setProtectedHeader({ alg });
  if (subject) jwt.setSubject(subject);
  if (expires) jwt.setExpirationTime(expires);
  return jwt.sign(new TextEncoder().encode(secret));
}

describe('Authenticator', () => {
  const authenticator = new Authenticator(SECRET);

  it('knows again whom it signed for, and until when', async () => {
    const before = Date.now();
    const { user, expiresAt } = await authenticator.verify(await authenticator.sign(ada, 5));
    assert.deepEqual(user, ada);
    assert.ok(Math.abs(expiresAt - before - 300_000) <= 2000);
  });

  it('takes claims that are no text for none', async () => {
    const { user } = await authenticator.verify(await token({}));
    assert.deepEqual(user, { user_id: 'ada', email: '', name: '' });
  });

  for (const [what, parts, code] of [
    ['signed with another secret', { secret: OTHER_SECRET }, 'unauthorized'],
    ['signed in another way', { alg: 'HS512' }, 'unauthorized'],
    ['for nobody', { subject: '' }, 'unauthorized'],
    ['for ever', { expires: '' }, 'unauthorized'],
    ['that has ended', { expires: '-1 minute' }, 'token_expired'],
    ['that has ended, of another secret', { expires: '-1 minute', secret: OTHER_SECRET }, 'unauthorized'],
  ] as const) {
    it(`refuses a token ${what}`, async () => {
      const verified = token(parts).then((text) => authenticator.verify(text));
      await assert.rejects(verified, (error) => error instanceof Refusal && error.code === code);
    });
  }
});
