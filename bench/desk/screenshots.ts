import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { z } from 'zod';

const root = dirname(dirname(import.meta.dirname));
const folder = join(root, 'docs', 'screenshots');

/** The pictures of the documentation, of the demo's documents. */
export async function takeScreenshots(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage();
  const shoot = async (name: string) => {
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(folder, `${name}.png`) });
  };
  const open = async (path: string, ready: string) => {
    await page.goto(url + path);
    await page.locator(ready).first().waitFor();
  };
  await checkSample(page, url);
  await open('/', '.table');
  await shoot('overview');
  await open('/suche?q=kündigung', '.preview .mark');
  await shoot('search');
  await openDocument(page, url);
  await shoot('document');
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot('document-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await open('/abteilung/stammdaten', '.table tbody tr');
  await shoot('worklist');
  await open('/klaerung?dokument=naechstes', '.decision .choices');
  await page.locator('.page.drawn').first().waitFor();
  await shoot('review');
  await open('/leitung', '.intervals');
  await page.setViewportSize({ width: 1440, height: 1640 });
  await shoot('supervision');
  await page.setViewportSize({ width: 1440, height: 900 });
  await changeRules(page, url);
  await shoot('rules');
  await page.close();
}

/** A cancellation that was delivered, found by its words. */
async function openDocument(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/suche?q=${encodeURIComponent('kündigung anliegen:kündigung status:zugestellt')}`);
  await page.locator('.hit-list li').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.mark.hit').first().waitFor();
}

/** A threshold that is tried out and not put in force. */
async function changeRules(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/regeln`);
  await page.getByRole('button', { name: 'Schwelle' }).click();
  await page.locator('.target input').last().check();
  await page.getByRole('button', { name: 'Vorschau' }).click();
  await page.locator('.preview-result dl, .preview-result p').first().waitFor();
}

const truthSchema = z.object({ file: z.string(), intents: z.array(z.string()) });
const labelsSchema = z.object({
  intents: z.array(z.object({ intent: z.string(), label: z.object({ de: z.string() }) })),
});
const nameSchema = z.object({ fileName: z.string() });

/** Draws more than one in a hundred, so that something is drawn at all, and answers as somebody who knows the truth. */
async function checkSample(page: Page, url: string): Promise<void> {
  const truth = readTruth();
  await page.goto(`${url}/regeln`);
  await page.getByRole('button', { name: 'Schwelle' }).click();
  await page.getByLabel('Blinde Stichprobe').fill('100');
  await page.getByRole('button', { name: 'Vorschau' }).click();
  await page.getByLabel('Warum').fill('Für die Bilder');
  await page.getByRole('button', { name: 'In Kraft setzen' }).click();
  await page.getByText('gilt jetzt überall').waitFor();
  const { intents } = labelsSchema.parse(await ask(page, '/api/taxonomy'));
  const labels = new Map(intents.map(({ intent, label }) => [intent, label.de]));
  const first = answerOf(page, '/blind/next');
  await page.goto(`${url}/stichprobe`);
  let { document } = drawnSchema.parse(await first);
  await page.locator('.page img').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(folder, 'sample.png') });
  while (document) {
    const { fileName } = nameSchema.parse(await ask(page, `/api/documents/${document.id}`));
    const right = truth.get(fileName) ?? [];
    for (const intent of right.length > 0 ? right : ['other'])
      await page
        .locator('.blind-choices')
        .getByText(labels.get(intent) ?? intent, { exact: true })
        .click();
    document = await decideSample(page);
  }
}

/** Enter decides; where the machine had said something else that is shown first, and Enter goes on. */
async function decideSample(page: Page): Promise<{ id: number } | null> {
  const decided = answerOf(page, '/decision');
  const next = answerOf(page, '/blind/next');
  await page.keyboard.press('Enter');
  if (verdictSchema.parse(await decided).verdict !== 'right') {
    await page.getByRole('button', { name: 'Korrigieren' }).waitFor();
    await page.keyboard.press('Enter');
  }
  const { document } = drawnSchema.parse(await next);
  await page.locator('.blind-choices, .empty').first().waitFor();
  await page.locator('.blind-choices button[aria-pressed=true]').first().waitFor({ state: 'detached' });
  return document;
}

async function answerOf(page: Page, ending: string): Promise<unknown> {
  return (await page.waitForResponse((response) => response.url().endsWith(ending))).json();
}

const verdictSchema = z.object({ verdict: z.string() });
const drawnSchema = z.object({ document: z.object({ id: z.number() }).nullable() });

function readTruth(): ReadonlyMap<string, readonly string[]> {
  const lines = readFileSync(join(root, 'fixtures', 'truth.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const truths = lines.map((line) => truthSchema.parse(JSON.parse(line)));
  return new Map(truths.map(({ file, intents }) => [basename(file), intents]));
}

const ask = (page: Page, path: string): Promise<unknown> =>
  page.evaluate(`fetch(${JSON.stringify(path)}).then((response) => response.json())`);
