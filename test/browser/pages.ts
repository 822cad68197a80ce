// Drives the web client of a running suite: one Chromium, one context per person, and the acts that every test repeats.
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { demoPassword } from '../../local/sample/accounts.ts';
import type { SampleOrganisation } from '../../local/sample/organisation.ts';

export interface Desk {
  page: Page;
  /** What the page threw or logged as an error, requests that the rules refused apart. */
  troubles: string[];
  close: () => Promise<void>;
}

const desk: BrowserContextOptions = {
  viewport: { width: 1280, height: 900 },
  locale: 'vi-VN',
  timezoneId: 'Asia/Ho_Chi_Minh',
};
export const phone = { width: 360, height: 740 };

export class Office {
  private browser: Browser | null = null;
  private readonly url: string;
  private readonly sample: SampleOrganisation;

  constructor(url: string, sample: SampleOrganisation) {
    this.url = url;
    this.sample = sample;
  }

  private async launch(): Promise<Browser> {
    // One process for everything is made for lambdas; here it takes the whole browser down with one page.
    const args = chromium.args.filter((arg) => arg !== '--single-process' && !arg.startsWith('--headless'));
    return playwright.launch({
      executablePath: await chromium.executablePath(),
      args: [...args, '--no-sandbox'],
    });
  }

  /** A desk of its own: nothing stored, nobody signed in. */
  async desk(options: BrowserContextOptions = {}): Promise<Desk> {
    this.browser ??= await this.launch();
    const context = await this.browser.newContext({ ...desk, ...options });
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => {
      // Chromium reports refused and failed requests by itself; the page handles them.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        troubles.push(message.text());
    });
    await page.goto(this.url);
    return { page, troubles, close: () => context.close() };
  }

  emailOf(person: string): string {
    const found = this.sample.organisation.people.find(({ id }) => id === person);
    if (!found) throw new Error(`the sample has no ${person}`);
    return found.email;
  }

  nameOf(person: string): string {
    return this.sample.organisation.people.find(({ id }) => id === person)?.name ?? '';
  }

  async signIn(page: Page, person: string): Promise<void> {
    await page.getByLabel('Thư điện tử').fill(this.emailOf(person));
    await page.getByLabel('Mật khẩu').fill(demoPassword);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Tháng của tôi' }).waitFor();
  }

  /** A new desk with the person signed in. */
  async enter(person: string, options: BrowserContextOptions = {}): Promise<Desk> {
    const entered = await this.desk(options);
    await this.signIn(entered.page, person);
    return entered;
  }

  async close(): Promise<void> {
    await this.browser?.close();
  }
}

/** Field of the form by the name that the document gives it. */
export const field = (page: Page, id: string) => page.locator(`[id="${id}"]`);

/** Follows the address inside the page, as a link would. */
export async function visit(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

/** Where the form says that what was written stands. */
export const savedState = (page: Page, state: string) => page.locator(`.save-state[data-saving="${state}"]`);

/** Asks again until it holds: two cores run five emulators and a browser, so a second is not enough. */
export const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 20_000 });

/** Every suspicion that stands open on the page of a judge is dismissed: what the test is about is another thing. */
export async function dismissSuspicions(page: Page): Promise<void> {
  for (const verdict of await page.locator('fieldset[id^="verdicts."]').all())
    await verdict.locator('input[value="dismissed"]').check();
}
