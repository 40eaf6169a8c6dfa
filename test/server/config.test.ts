import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConfigError, readConfig } from '../../demo/server/config.ts';

const AUTH_SECRET = 'x'.repeat(32);

describe('readConfig', () => {
  it('has a default for all but the secret', () => {
    const config = readConfig({ AUTH_SECRET });
    assert.equal(config.port, 5050);
    assert.equal(config.host, '127.0.0.1');
    assert.equal(config.demo, false);
    assert.equal(config.authSecret, AUTH_SECRET);
  });

  it('makes a secret of its own for a demo, another one each time', () => {
    const [one, two] = [readConfig({ DEMO: 'true' }), readConfig({ DEMO: 'true' })];
    assert.ok(one.authSecret.length >= 32);
    assert.notEqual(one.authSecret, two.authSecret);
  });

  it('reads lists and numbers', () => {
    const config = readConfig({ AUTH_SECRET, ALLOWED_ORIGINS: 'https://a.example, https://b.example', PORT: '0' });
    assert.deepEqual(config.allowedOrigins, ['https://a.example', 'https://b.example']);
    assert.equal(config.port, 0);
  });

  for (const [what, environment, expected] of [
    ['no secret', {}, /AUTH_SECRET is missing/],
    ['a short secret', { AUTH_SECRET: 'short' }, /AUTH_SECRET must have 32 characters/],
    ['a demo for the world', { AUTH_SECRET, DEMO: 'true', HOST: '0.0.0.0' }, /HOST is 0\.0\.0\.0/],
    ['the world without a secret', { DEMO: 'true', HOST: '::' }, /HOST is ::/],
    ['a port that is none', { AUTH_SECRET, PORT: '70000' }, /PORT must be a port/],
    ['a port of words', { AUTH_SECRET, PORT: 'http' }, /PORT/],
    ['a flag that is none', { AUTH_SECRET, DEMO: 'yes' }, /DEMO must be true or false/],
    ['a log level that is none', { AUTH_SECRET, LOG_LEVEL: 'loud' }, /LOG_LEVEL must be/],
  ] as const) {
    it(`refuses ${what}, and says what to do`, () => {
      assert.throws(
        () => readConfig(environment),
        (error) => error instanceof ConfigError && expected.test(error.message),
      );
    });
  }

  it('tells all problems at once', () => {
    assert.throws(
      () => readConfig({ AUTH_SECRET: 'short', DEMO: 'maybe', PING_TIMEOUT_MS: '-1' }),
      ({ message }: Error) =>
        ['AUTH_SECRET', 'DEMO', 'PING_TIMEOUT_MS'].every((name) => message.includes(`${name} must`)),
    );
  });

  it('tells what is missing beside what is wrong', () => {
    assert.throws(
      () => readConfig({ HOST: '0.0.0.0', PORT: '70000' }),
      ({ message }: Error) =>
        message.includes('AUTH_SECRET is missing') && message.includes('HOST is') && message.includes('PORT must'),
    );
  });
});
