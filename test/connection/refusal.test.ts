import { expect } from '@open-wc/testing';
import { isAboutIdentity } from '../../src/connection/refusal.ts';
import type { ChatError } from '../../src/protocol/model.ts';

describe('isAboutIdentity', () => {
  for (const error of [
    { message: 'No.', code: '401' },
    { message: 'No.', code: 'UNAUTHORIZED' },
    { message: 'No.', code: 'token_expired' },
    { message: 'unauthorized' },
    { message: 'Not authorised' },
    { message: 'Authentication error' },
    { message: 'jwt malformed' },
    { message: 'invalid credentials' },
    { message: 'Invalid token' },
  ] satisfies ChatError[]) {
    it(`holds for ${JSON.stringify(error)}`, () => {
      expect(isAboutIdentity(error)).to.equal(true);
    });
  }

  for (const error of [
    { message: 'server is full' },
    { message: 'websocket error' },
    { message: 'xhr poll error', code: '500' },
    { message: 'Your token was fine, the server is not.', code: 'overloaded' },
  ] satisfies ChatError[]) {
    it(`does not hold for ${JSON.stringify(error)}`, () => {
      expect(isAboutIdentity(error)).to.equal(false);
    });
  }
});
