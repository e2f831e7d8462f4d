import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { letterPage, scanned, tiffStack } from '../fixtures/scanned-sheets.ts';
import { fileOnDisk } from '../sources/folder-source.ts';
import { createSplitter } from '../stack/create-splitter.ts';
import { printSheets } from '../stack/print-sheets.ts';
import { storedDocuments, type TestIntake, temporaryFolder, testIntake } from '../testing/test-intake.ts';
import { takeFile } from './take-file.ts';
import { watchFolder } from './watched-folder.ts';

let stack: AsyncDisposableStack;
let scene: TestIntake;
let folder: string;
beforeEach(async () => {
  stack = new AsyncDisposableStack();
  scene = stack.use(await testIntake());
  folder = await temporaryFolder(stack);
});
afterEach(() => stack.disposeAsync());

function splitter() {
  const created = createSplitter();
  stack.defer(() => created.close());
  return created;
}

async function trayFile(): Promise<string> {
  const [sheet] = await scanned(await printSheets({ first: 1, count: 1 }));
  const letter = await letterPage();
  const [first, second] = [await tilted(letter), letter];
  const file = join(folder, 'tray.tif');
  await writeFile(file, await tiffStack([sheet ?? letter, first, second, sheet ?? letter, second]));
  return file;
}

const tilted = (page: Buffer) => sharp(page).rotate(180).png().toBuffer();

test('a stack in the watched folder becomes a document for each letter, and is kept itself', async () => {
  await mkdir(join(folder, 'done'));
  await trayFile();
  const watched = watchFolder({
    ...{ folder, intake: scene.intake, priority: 10, maxBytes: 9_000_000 },
    ...{ intervalMs: 20, stacks: { mode: 'sheets', splitter: splitter() } },
  });
  await expect.poll(() => readdir(join(folder, 'done')), { timeout: 60_000 }).toEqual(['tray.tif']);
  await watched.close();
  const documents = await storedDocuments(scene.database);
  expect(documents).toMatchObject([
    { fileName: 'tray (2-3).tif', channel: 'letter', facts: { stackPages: '2-3' }, doubt: null },
    { fileName: 'tray (5).tif', facts: { stackPages: '5', stack: documents[0]?.facts['stack'] } },
  ]);
  expect(await scene.blobs.has(String(documents[0]?.facts['stack']))).toBe(true);
});

test('taken in again it adds nothing; what is no stack is one document', async () => {
  const path = await trayFile();
  const { intake, database } = scene;
  const batchId = await intake.openBatch({ name: 'tray', source: 'folder', receivedAt: new Date() });
  const options = {
    batchId,
    priority: 10,
    maxBytes: 9_000_000,
    stacks: { mode: 'sheets', splitter: splitter() } as const,
  };
  const tray = fileOnDisk({ path, sideFile: undefined }, 'tray.tif');
  await takeFile(tray, intake, options);
  await takeFile(tray, intake, options);
  expect((await storedDocuments(database)).map(({ arrivals }) => arrivals)).toEqual([1, 1]);
  const broken = join(folder, 'broken.pdf');
  await writeFile(broken, '%PDF-1.7 broken');
  await takeFile(fileOnDisk({ path: broken, sideFile: undefined }, 'broken.pdf'), intake, options);
  expect(await storedDocuments(database)).toHaveLength(3);
});
