import { expect } from '@open-wc/testing';
import { readError } from '../../src/protocol/read-error.ts';

const GENERAL = 'The server reported an error.';
const cycle: Record<string, unknown> = { code: 'loop' };
cycle['error'] = cycle;

const shapes: [name: string, payload: unknown, message: string, code?: string][] = [
  ['a text', 'Room is full', 'Room is full'],
  ['a text of several lines', '  Room\n\tis full ', 'Room is full'],
  ['{ message }', { message: 'Room is full' }, 'Room is full'],
  ['{ error }', { error: 'Room is full' }, 'Room is full'],
  ['{ msg }', { msg: 'Room is full' }, 'Room is full'],
  ['{ code, message }', { code: 'full', message: 'Room is full' }, 'Room is full', 'full'],
  ['{ code } as a number', { code: 409, msg: 'Room is full' }, 'Room is full', '409'],
  ['{ code } alone', { code: 'full' }, GENERAL, 'full'],
  ['{ error: { code, message } }', { error: { code: 'full', message: 'Room is full' } }, 'Room is full', 'full'],
  ['{ data: { code, message } }', { data: { code: 'full', message: 'Room is full' } }, 'Room is full', 'full'],
  ['{ error, message }', { error: 'Conflict', message: 'Room is full' }, 'Room is full'],
  ['{ error: true, msg }', { error: true, msg: 'Room is full' }, 'Room is full'],
  ['an empty message before another', { message: ' ', error: 'Room is full' }, 'Room is full'],
  ['an Error', new Error('Room is full'), 'Room is full'],
  [
    'a refused handshake',
    Object.assign(new Error('unauthorized'), { data: { code: 'token_expired' } }),
    'unauthorized',
    'token_expired',
  ],
  ['a list of errors', { errors: [{ msg: 'Room is full', code: 7 }, { msg: 'Other' }] }, 'Room is full', '7'],
  ['an array of texts', ['Room is full'], 'Room is full'],
  ['a text with JSON in it', '{"error":{"message":"Room is full"}}', 'Room is full'],
  ['a text that looks like JSON', '[oops] Room is full', '[oops] Room is full'],
  ['a number', 500, GENERAL, '500'],
  ['{ error } as a number', { error: 404 }, GENERAL, '404'],
  ['an object turned into text', 'Error: [object Object]', GENERAL],
  ['a code turned into text', { code: '[object Object]' }, GENERAL],
  ['an empty object', {}, GENERAL],
  ['an empty text', '', GENERAL],
  ['null', null, GENERAL],
  ['undefined', undefined, GENERAL],
  ['true', true, GENERAL],
  ['JSON without a message', '{"a":[1,2,3]}', GENERAL],
  ['a cycle', cycle, GENERAL, 'loop'],
  ['toString that is no function', { message: { toString: 'x' } }, GENERAL],
];

describe('readError', () => {
  for (const [name, payload, message, code] of shapes) {
    it(`reads ${name}`, () => {
      const expected = { message, ...(code && { code }), ...(message === GENERAL && { isWordless: true }) };
      expect(readError(payload)).to.deep.equal(expected);
    });
  }

  it('tells our own sentence from the same one of a server', () => {
    expect(readError({ code: 'full', message: GENERAL })).to.deep.equal({ message: GENERAL, code: 'full' });
  });

  it('keeps the name of the refused event', () => {
    const canonical = { code: 'full', message: 'Room is full', event: 'new_message' };
    expect(readError(canonical)).to.deep.equal(canonical);
    expect(readError({ ...canonical, event: {} })).not.to.have.property('event');
  });

  it('shortens a long text, and not in the middle of a character', () => {
    const { message } = readError('x'.repeat(298) + '👋'.repeat(1e6));
    expect(message).to.equal(`${'x'.repeat(298)}…`);
    expect(readError({ message: 'x', code: 'y'.repeat(1e6) }).code).to.have.length(64);
  });

  it('survives an object that throws at each touch', () => {
    const hostile = new Proxy({}, { get: () => { throw new Error('secret'); } }); // prettier-ignore
    expect(readError(hostile)).to.deep.equal({ message: GENERAL, isWordless: true });
  });
});
