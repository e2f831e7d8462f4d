import { loadDocument, loadStack, loadWorkItems } from '@mailroom/database';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDesk } from '../start-desk.ts';
import { addDocument } from '../testing/add-document.ts';
import { addStack } from '../testing/add-stack.ts';
import { clearLetter, doubtfulLetter } from '../testing/letters.ts';
import { openScene, type Scene } from '../testing/scene.ts';
import { axe } from './axe.ts';
import { openBrowser } from './open-browser.ts';

/* The desk as people use it: a real Chromium, keys instead of the mouse, and axe on every view. */

/** A shared machine is slow at times; whatever is awaited comes. */
const until: typeof expect.poll = (look, options) => expect.poll(look, { timeout: 20_000, ...options });

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A desk with one clear and two doubtful letters, and its administrator at the page. */
async function openDesk() {
  await using stack = new AsyncDisposableStack();
  const scene: Scene = stack.use(await openScene());
  const clear = await addDocument(scene.options, clearLetter);
  const doubtful = await addDocument(scene.options, doubtfulLetter);
  const second = await addDocument(scene.options, { ...doubtfulLetter, text: 'Noch ein Umzug, Krüger' });
  const desk = await startDesk(scene.options);
  stack.defer(() => desk.close());
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  stack.defer(() => context.close());
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(desk.setupUrl ?? desk.url);
  await page.getByLabel('Ihr Name').fill('Maria Brandt');
  await page.getByLabel('Anmeldename').fill('maria');
  await page.getByLabel('Passwort').fill('ein langes Passwort');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Übersicht' }).waitFor();
  const owned = stack.move();
  const dispose = () => owned.disposeAsync();
  return { ...scene, desk, page, errors, clear, doubtful, second, [Symbol.asyncDispose]: dispose };
}

test('from sign-in to the wanted document by keys alone, claimed, finished and taken back', async () => {
  await using desk = await openDesk();
  const { page, clear, options } = desk;
  const startedAt = performance.now();
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await page.keyboard.press(key);
  };
  await press('/');
  for (const key of 'krueger kuendigu') await press(key);
  await page.locator('.hit-list li').first().waitFor();
  await until(() => page.locator('.hit-list li').count()).toBe(1);
  await press('Enter');
  await page.locator('.page img').waitFor();
  await page.locator('.mark.account').first().waitFor();
  process.stdout.write(`search to document: ${keys} keys, ${Math.round(performance.now() - startedAt)} ms\n`);
  await until(() => page.locator('.mark.hit').count()).toBeGreaterThan(1);
  const width =
    "document.querySelector('.page img').decode().then(() => document.querySelector('.page img').naturalWidth)";
  expect(await page.evaluate(width)).toBe(1240);

  const state = async () => (await loadWorkItems(options.database, clear))[0]?.state;
  await page.keyboard.press('c');
  await until(state).toBe('claimed');
  await page.getByText('bei Ihnen').waitFor();
  await page.keyboard.press('e');
  await until(state).toBe('done');
  await page.getByRole('button', { name: 'Rückgängig' }).waitFor();
  await page.keyboard.press('u');
  await until(state).toBe('claimed');
  await page.keyboard.press('b');
  await page.getByLabel('Notiz für alle').fill('Kundin rief an');
  await page.getByRole('dialog').getByRole('button', { name: 'Notiz' }).click();
  await page.locator('.history li.note').getByText('Kundin rief an').waitFor();
  await page.locator('.perhaps').getByText('neue Anschrift').waitFor();
  await page.keyboard.press('a');
  await page.getByRole('dialog').getByRole('button', { name: 'Zustellen' }).click();
  await page.getByText('Zugestellt an').waitFor();
  expect(await loadWorkItems(options.database, clear)).toMatchObject([
    { intent: 'cancellation', state: 'claimed' },
    { intent: 'address-change', queue: 'stammdaten', state: 'open' },
  ]);
  expect(desk.errors).toEqual([]);
});

test('review: the account on one key, Enter delivers and brings the next, u takes it back', async () => {
  await using desk = await openDesk();
  const { page, doubtful, options } = desk;
  const stateOf = async () => (await loadDocument(options.database, doubtful))?.state;
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await page.getByRole('heading', { name: 'Klärung' }).waitFor();
  await page.locator('tbody tr').nth(1).waitFor();
  await page.keyboard.press('s');
  await page.getByText('Zwei Konten kommen in Frage').waitFor();
  await page.locator('.page img').waitFor();
  const startedAt = performance.now();
  await page.keyboard.press('2'); // also a cancellation
  await page.keyboard.press('q'); // Anna Krüger
  await page
    .locator('.destination')
    .getByText('Stammdaten, Kündigung')
    .or(page.locator('.destination').getByText('Kündigung, Stammdaten'))
    .waitFor();
  await page.keyboard.press('Enter');
  await until(stateOf).toBe('routed');
  await page.getByText('Zugestellt an').waitFor();
  await page.getByText('noch 1').waitFor();
  await page.locator('.page img').waitFor();
  process.stdout.write(
    `review decision to next page: 3 keys, ${Math.round(performance.now() - startedAt)} ms\n`,
  );
  expect(await loadWorkItems(options.database, doubtful)).toHaveLength(2);
  await page.keyboard.press('u');
  await until(stateOf).toBe('review');
  await page.getByText('Zurückgenommen').waitFor();
  expect(desk.errors).toEqual([]);
});

test('axe finds nothing on any view, by day and by night, and nothing is wider than the window', async () => {
  await using desk = await openDesk();
  const { page, clear, doubtful } = desk;
  const show = (path: string) =>
    page.evaluate(
      `history.pushState(null, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`,
    );
  const views = [
    ['/', '.table'],
    ['/suche?q=kündigung', '.preview .marks'],
    [`/dokument/${clear}`, '.marks'],
    ['/abteilung/kuendigung', '.table'],
    ['/klaerung', '.table'],
    [`/klaerung?dokument=${doubtful}`, '.choices'],
    ['/leitung', '.chart svg'],
    ['/stichprobe', '.blind-choices, .empty'],
    ['/regeln', '.rules-table'],
    ['/stoerungen', '.empty'],
    ['/personen', '.table tr'],
    ['/protokoll', '.table tbody tr'],
  ] as const;
  for (const [path, ready] of views) {
    await show(path);
    await page.locator(ready).first().waitFor();
    expect(await axe(page), path).toEqual([]);
    expect(await page.evaluate(tooWide), path).toEqual([]);
  }
  await show('/regeln');
  await page.getByRole('button', { name: 'Kündigung' }).first().click();
  await page.getByRole('spinbutton', { name: 'Frist' }).fill('90');
  for (const part of ['Anliegen', 'Abteilungen', 'Schwelle', 'Kalender']) {
    await page.getByRole('navigation', { name: 'Regeln' }).getByRole('button', { name: part }).click();
    expect(await axe(page), part).toEqual([]);
  }
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Tasten' }).waitFor();
  expect(await axe(page), 'keys').toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(new URL(page.url()).pathname).toBe('/regeln'); // closed, and nothing else
  await page.getByRole('button', { name: 'Abmelden' }).click();
  await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
  expect(await axe(page), 'sign-in').toEqual([]);
  expect(desk.errors).toEqual([]);
});

/** What needs more room than it has, other than pages, which may be larger than their window. */
const tooWide = `[document.documentElement, ...document.querySelectorAll('main, .view, .facts, .hits')]
  .filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.className || one.tagName)`;

test('rules: changed, tried out, put in force and taken back on one key', async () => {
  await using desk = await openDesk();
  const { page, options } = desk;
  const { rules } = options;
  const dueOf = () => rules.current().rulebook.taxonomy.intents[0]?.due.amount;
  await page.keyboard.press('g');
  await page.keyboard.press('e');
  await page.getByRole('button', { name: 'Kündigung' }).first().click();
  await page.getByRole('spinbutton', { name: 'Frist' }).fill('90');
  await page.getByText('Frist 2 Werktage → 90 Werktage').waitFor();
  await page.getByRole('button', { name: 'Vorschau' }).click();
  await page.locator('.preview-result dd').nth(4).getByText('1', { exact: true }).waitFor(); // later due
  await page.getByLabel('Warum').fill('Versuch');
  await page.getByRole('button', { name: 'In Kraft setzen' }).click();
  await until(dueOf).toBe(90);
  await page.getByText('Fassung 1 gilt jetzt überall').waitFor();
  await page.keyboard.press('u');
  await until(dueOf).toBe(2);
  await page.getByText('Fassung 2').waitFor();
  expect(rules.current().version).toBe(2);
  expect(desk.errors).toEqual([]);
});

test('what strangers write stays text: in names, files, letters and notes', async () => {
  await using desk = await openDesk();
  const { page, options } = desk;
  const attack = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
  const account = { customerNumber: '6029481735', name: attack, confidence: 1, evidence: [attack] };
  const facts = { ...clearLetter, text: `Angriff ${attack}`, fileName: `${attack}.eml`, account };
  const id = await addDocument(options, { ...facts, fields: { phone: { value: attack, words: 'Angriff' } } });
  await page.goto(`${desk.desk.url}/suche?q=angriff`);
  await page.locator('.hit-list li').first().waitFor();
  await page.goto(`${desk.desk.url}/dokument/${id}`);
  await page.locator('.facts h1').getByText('<img').waitFor();
  await page.keyboard.press('t');
  await page.locator('.page-text').getByText('<script>').waitFor();
  expect(await page.title()).toMatch(/^Dokument \d+ · Mailroom$/);
  expect(desk.errors).toEqual([]);
});

test('a worklist is worked through from document to document, several items are handed over at once', async () => {
  await using desk = await openDesk();
  const { page, clear, options } = desk;
  const [second, third] = [
    await addDocument(options, anotherOf(2)),
    await addDocument(options, anotherOf(3)),
  ];
  const states = async (id: number) => (await loadWorkItems(options.database, id)).map((item) => item.state);
  await page.goto(`${desk.desk.url}/abteilung/kuendigung`);
  await page.locator('tbody tr').nth(2).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('1 von 3 in Kündigung').waitFor();
  await page.keyboard.press('e');
  await page.waitForURL(`**/dokument/${second}?*`);
  await until(() => states(clear)).toEqual(['done']);
  await page.keyboard.press('u'); // taken back: the first one is there again
  await page.waitForURL(`**/dokument/${clear}?*`);
  await until(() => states(clear)).toEqual(['claimed']);
  await page.keyboard.press('Escape');
  await page.locator('tbody tr').nth(2).waitFor();
  for (const key of ['k', 'k', 'j', 'x', 'j', 'x', 'w']) await page.keyboard.press(key);
  await page.getByLabel('Grund').fill('Nur Umzüge');
  await page.getByLabel('An Abteilung').selectOption('stammdaten');
  await page.getByRole('dialog').getByRole('button', { name: 'Weiterleiten' }).click();
  await until(() => page.locator('tbody tr').count()).toBe(1);
  for (const id of [second, third])
    expect((await loadWorkItems(options.database, id))[0]?.queue).toBe('stammdaten');
  expect(desk.errors).toEqual([]);
});

const anotherOf = (number: number) => ({ ...clearLetter, text: `Hiermit kündige ich Vertrag ${number}.` });

test('the API is described on a page of its own, and nothing of it breaks the content security policy', async () => {
  await using desk = await openDesk();
  const { page } = desk;
  await page.addInitScript(
    "window.broken = []; addEventListener('securitypolicyviolation', (event) => window.broken.push(event.violatedDirective))",
  );
  await page.goto(`${desk.desk.url}/docs`);
  await page.locator('.opblock-summary-control').first().click();
  await page.getByRole('tab', { name: 'Schema' }).first().click();
  expect(await page.evaluate('window.broken')).toEqual([]);
});

test('the page speaks English on request, also when it refuses something', async () => {
  await using desk = await openDesk();
  const { page } = desk;
  await page.getByRole('button', { name: 'EN', exact: true }).click();
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.goto(`${desk.desk.url}/dokument/999999`);
  await page.getByText('There is no such thing').waitFor();
});

test('a stack is cut anew with keys and taken back', async () => {
  await using desk = await openDesk();
  const { page, options } = desk;
  const sha256 = await addStack(options, stackPages);
  const cuts = async () => (await loadStack(options.database, sha256))?.parts.map(({ first }) => first);
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await page.getByRole('link', { name: 'korb-7.pdf' }).click();
  await page.locator('.strip li').nth(5).waitFor();
  await page.getByText('Unsicher: neuer Brief zu 50 %').waitFor();
  const drawn =
    "[...document.querySelectorAll('.strip img, .strip-large')].every((one) => one.naturalWidth > 0)";
  await until(() => page.evaluate(drawn)).toBe(true);
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('x');
  await page.getByText('1 Grenze geändert').waitFor();
  await page.keyboard.press('s');
  await until(cuts).toEqual([1, 2, 4, 6]);
  await page.getByText('2 neu getrennt, 1 ersetzt.').waitFor();
  await page.keyboard.press('u');
  await until(cuts).toEqual([1, 4, 6]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  expect(desk.errors).toEqual([]);
});

const stackPages = [null, 0.5, 0.01, 0.99, 0.02, 0.97].map((confidence, index) => ({
  text: `Brief, Seite ${index + 1}\n\nSehr geehrte Damen und Herren,\nhiermit schreibe ich Ihnen.`,
  confidence,
}));
