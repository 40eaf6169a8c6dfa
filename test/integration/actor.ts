import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import type { Person } from '../../demo/people.ts';
import { Wire } from './wire.ts';

/** What the browser says by itself when a server is away, or a test takes it away. */
const EXPECTED = /WebSocket connection to|net::ERR_|Failed to load resource/;

/** A person at a page: what they do and what they see, by role and name. */
export class Actor {
  readonly page: Page;
  readonly person: Person;
  readonly wire: Wire;
  readonly #complaints: string[] = [];

  constructor(page: Page, person: Person) {
    this.page = page;
    this.person = person;
    this.wire = new Wire(page);
    page.setDefaultTimeout(5000);
    page.on('pageerror', (error) => this.#complaints.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !EXPECTED.test(message.text())) this.#complaints.push(message.text());
    });
  }

  /** Uncaught errors, and all that the security policy forbade. */
  assertNoComplaints(): void {
    assert.deepEqual(this.#complaints, [], `${this.person.name}'s page`);
  }

  get composer(): Locator {
    return this.page.locator('chat-widget-composer').getByRole('textbox');
  }

  get typing(): Locator {
    return this.page.locator('chat-widget-typing-indicator .sentence');
  }

  get connection(): Locator {
    return this.page.locator('chat-widget-connection-status');
  }

  get notices(): Locator {
    return this.page.locator('chat-widget-notices').getByRole('alert');
  }

  room(title: string | RegExp): Locator {
    const titled = this.page.locator('.title').filter({ hasText: title });
    return this.page.locator('chat-widget-room').getByRole('button').filter({ has: titled });
  }

  message(text: string | RegExp): Locator {
    return this.page.locator('chat-widget-thread').getByRole('article').filter({ hasText: text });
  }

  async openRoom(title: string | RegExp): Promise<void> {
    await this.room(title).click();
    await this.composer.waitFor();
  }

  async send(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
  }

  /** Through the dialog, with people who are known to the widget. */
  async createGroup(name: string, members: readonly Person[]): Promise<void> {
    await this.page.getByRole('button', { name: 'New chat' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByText('Group', { exact: true }).click();
    await dialog.getByLabel('Group name').fill(name);
    for (const member of members) {
      await dialog.getByRole('combobox').fill(member.name);
      await dialog.getByRole('option').filter({ hasText: member.name }).click();
    }
    await dialog.getByRole('button', { name: 'Create group' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
}
