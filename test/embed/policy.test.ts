import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CLASSIC, EmbedSite, LAUNCHER, MODULE } from './embed-site.ts';

/** What may be run, in the ways that guides recommend. The files that a script fetches are allowed with it. */
const SCRIPT_SOURCES = ["'self'", "'nonce-r4nd0m'", "'nonce-r4nd0m' 'strict-dynamic'"];

/** A policy as strict as there is: adopted style sheets pass it, styles in the markup do not. */
function policy(site: EmbedSite, scripts = "'self'"): string {
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'none'",
    `connect-src ${site.backend.url} ${site.backend.url.replace('http', 'ws')}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
}

describe('under a strict content security policy with trusted types', () => {
  let site: EmbedSite;

  before(async () => {
    site = await EmbedSite.start();
  });

  after(() => site.close());

  for (const [name, tag] of [
    ['classic', `script src="/${CLASSIC}"`],
    ['module', `script type="module" src="/${MODULE}"`],
    ['launcher', `script src="/${LAUNCHER}"`],
  ] as const) {
    for (const scripts of SCRIPT_SOURCES) {
      it(`the ${name} script chats, and breaks no rule of script-src ${scripts}`, async () => {
        const { page, complaints } = await site.open(
          `<${tag} nonce="r4nd0m" ${site.identity('data-')}></script>`,
          '',
          policy(site, scripts),
        );
        await page.getByRole('button', { name: 'Open chat' }).click();
        await page.getByRole('button', { name: /^Computing/ }).click();
        await page.locator('chat-widget-thread').getByText('Can machines think?').waitFor();
        await page.getByRole('textbox').fill('They can chat: https://example.org');
        await page.getByRole('textbox').press('Enter');
        await page.getByRole('link', { name: 'https://example.org' }).waitFor();
        await page.getByText('Sent').first().waitFor({ state: 'attached' });
        await page.getByRole('button', { name: 'Insert emoji' }).click();
        await page.getByRole('searchbox', { name: 'Search emoji' }).fill('tada');
        await page.getByRole('searchbox', { name: 'Search emoji' }).press('Enter');
        assert.equal(await page.getByRole('textbox').inputValue(), '🎉');
        await page.getByRole('textbox').pressSequentially(' @al');
        await page.getByRole('option', { name: 'Alan Turing' }).click();
        assert.equal(await page.getByRole('textbox').inputValue(), '🎉 @Alan Turing ');
        assert.deepEqual(complaints, []);
        await page.close();
      });
    }
  }

  it('says that the rest did not come where only the first file is allowed', async () => {
    const { page, complaints } = await site.open(
      `<script src="/${LAUNCHER}" ${site.identity('data-')}></script>`,
      '',
      policy(site, `http://127.0.0.1:*/${LAUNCHER}`),
    );
    await page.getByRole('button', { name: 'Open chat' }).click();
    await page.getByRole('alert').getByText('The chat could not be loaded.').waitFor();
    assert.match(complaints.join(), /Content Security Policy/);
  });

  it('would tell of a broken rule', async () => {
    const { complaints } = await site.open('<style>p { color: red }</style>', '<p style="top: 0">', policy(site));
    assert.equal(complaints.length, 2);
  });
});
