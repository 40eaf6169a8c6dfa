import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CLASSIC, EmbedSite, MODULE } from './embed-site.ts';

/** A policy as strict as there is: adopted style sheets pass it, styles in the markup do not. */
function policy(site: EmbedSite): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
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
  ] as const) {
    it(`the ${name} script chats, and breaks no rule`, async () => {
      const { page, complaints } = await site.open(`<${tag} ${site.identity('data-')}></script>`, '', policy(site));
      await page.getByRole('button', { name: 'Open chat' }).click();
      await page.getByRole('button', { name: /^Computing/ }).click();
      await page.locator('chat-widget-thread').getByText('Can machines think?').waitFor();
      await page.getByRole('textbox').fill('They can chat: https://example.org');
      await page.getByRole('textbox').press('Enter');
      await page.getByRole('link', { name: 'https://example.org' }).waitFor();
      await page.getByText('Sent').first().waitFor({ state: 'attached' });
      assert.deepEqual(complaints, []);
    });
  }

  it('would tell of a broken rule', async () => {
    const { complaints } = await site.open('<style>p { color: red }</style>', '<p style="top: 0">', policy(site));
    assert.equal(complaints.length, 2);
  });
});
