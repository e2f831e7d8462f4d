import { addStation } from '@mailroom/database';
import { createSplitter, hashStationKey, newStationKey, openIntake, serveStations } from '@mailroom/ingest';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openScene } from '../testing/scene.ts';
import { axe } from './axe.ts';
import { openBrowser } from './open-browser.ts';

/* The page of the scan stations as a scan operator uses it; here because here is the Chromium. */

const until: typeof expect.poll = (look, options) => expect.poll(look, { timeout: 20_000, ...options });

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('a tray is opened, filled by dropping files, counted and closed', async () => {
  await using stack = new AsyncDisposableStack();
  const { page, errors } = await openStationPage(stack);
  expect(await axe(page)).toEqual([]);
  await page.getByLabel('Schlüssel der Station').fill('falsch');
  await page.keyboard.press('Enter');
  await page.getByText('Der Schlüssel der Scanstation gilt nicht.').waitFor();
  await page.getByLabel('Schlüssel der Station').fill(key);
  await page.keyboard.press('Enter');
  await page.getByLabel('Name der Mappe').fill('Post 1');
  await page.getByLabel('Gezählte Blätter').fill('3');
  await page.keyboard.press('Enter');
  await page.getByText('Es fehlen die Blätter 1-3.').waitFor();
  await drop(page, { name: 'brief <b>1</b>.pdf', size: 1000 });
  await drop(page, { name: 'leer.pdf', size: 0 });
  await page.getByText('Die Datei ist leer angekommen.').waitFor();
  await until(() => page.locator('#received').textContent()).toBe('1');
  await drop(page, { name: 'brief <b>1</b>.pdf', size: 1000 });
  await page.getByText('Diese Datei ist schon in der Mappe.').waitFor();
  await page.getByRole('button', { name: 'Mappe abschließen' }).click();
  await page.getByText('Bitte nachscannen oder die Zählung berichtigen').waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByLabel('Blätter je Datei').fill('2');
  await drop(page, { name: 'brief2.pdf', size: 900 });
  await until(() => page.locator('#documents tr').count()).toBe(3);
  await until(() => page.locator('#received').textContent()).toBe('3');
  await page.getByRole('button', { name: 'EN', exact: true }).click();
  await page.getByText('These sheets are missing: 2').waitFor();
  expect(errors).toEqual([]);
});

const key = newStationKey();

async function openStationPage(stack: AsyncDisposableStack) {
  const { options } = stack.use(await openScene());
  const { database, blobs } = options;
  const splitter = createSplitter();
  stack.defer(() => splitter.close());
  const intake = openIntake(database, blobs, async () => undefined);
  const server = await serveStations({
    ...{ database, intake, splitter, priority: 10, maxBytes: 100_000, host: '127.0.0.1', port: 0 },
  });
  stack.defer(() => server.close());
  await addStation(database, { name: 'scan-1', keyHash: hashStationKey(key) });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  stack.defer(() => context.close());
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(server.url);
  return { page, errors };
}

/** As if somebody had dragged a file from the desktop. */
function drop(
  page: Page,
  { name, size }: { readonly name: string; readonly size: number },
): Promise<unknown> {
  return page.evaluate(`(() => {
    const files = new DataTransfer();
    files.items.add(new File(['x'.repeat(${size})], ${JSON.stringify(name)}, { lastModified: 1 }));
    document.getElementById('drop').dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true }));
  })()`);
}
