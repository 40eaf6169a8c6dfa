import { expect } from '@open-wc/testing';
import { en } from '../../src/localization/en.ts';
import { failureReason } from '../../src/localization/failure-reason.ts';

describe('failureReason', () => {
  it('words a code that it knows in the language of the page', () => {
    const strings = { ...en, failures: { ...en.failures, no_echo: 'Keine Bestätigung.' } };
    expect(failureReason({ code: 'no_echo', message: 'not confirmed' }, strings)).to.equal('Keine Bestätigung.');
  });

  it('has words for a server that said nothing, or nothing but a code', () => {
    const strings = { ...en, serverError: 'Ein Fehler.', serverErrorWith: (code: string) => `Fehler ${code}.` };
    const error = { message: 'The server reported an error.', isWordless: true } as const;
    expect(failureReason(error, strings)).to.equal('Ein Fehler.');
    expect(failureReason({ ...error, code: 'out_of_coffee' }, strings)).to.equal('Fehler out_of_coffee.');
    expect(failureReason({ ...error, code: 'rate_limited' }, strings)).to.equal(en.failures.rate_limited);
  });

  for (const code of [undefined, '', 'out_of_coffee', 'constructor', '__proto__', 'toString']) {
    it(`keeps the server's own sentence where the code is ${JSON.stringify(code)}`, () => {
      expect(failureReason({ ...(code !== undefined && { code }), message: 'No coffee.' }, en)).to.equal('No coffee.');
    });
  }
});
