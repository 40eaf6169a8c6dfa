import assert from 'node:assert/strict';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, it } from 'node:test';
import { readConfig } from '../../demo/server/config.ts';
import { isAllowedOrigin } from '../../demo/server/origins.ts';
import { SECRET } from '../support/server-harness.ts';

describe('isAllowedOrigin', () => {
  for (const [origin, isAllowed, isAllowedInDemo] of [
    [undefined, true, true],
    ['https://shop.example', true, true],
    ['http://chat.example:5050', true, true],
    ['https://shop.example.evil.example', false, false],
    ['http://shop.example', false, false],
    ['https://chat.example', false, false],
    ['null', false, false],
    ['', false, false],
    ['http://localhost:5173', false, true],
    ['http://[::1]:5173', false, true],
    ['http://localhost.evil.example', false, false],
  ] as const) {
    it(`answers ${isAllowed} for ${origin ?? 'no origin'}, ${isAllowedInDemo} in a demo`, () => {
      const request = new IncomingMessage(new Socket());
      Object.assign(request.headers, { host: 'chat.example:5050', ...(origin !== undefined && { origin }) });
      for (const DEMO of ['false', 'true']) {
        const config = readConfig({ AUTH_SECRET: SECRET, ALLOWED_ORIGINS: 'https://shop.example', DEMO });
        assert.equal(isAllowedOrigin(request, config), config.demo ? isAllowedInDemo : isAllowed);
      }
    });
  }
});
