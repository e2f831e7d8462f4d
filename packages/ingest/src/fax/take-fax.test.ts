import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { g4Data } from '../fixtures/pictures.ts';
import { type TiffPageSource, tiffOfPages } from '../fixtures/tiff-of-pages.ts';
import { storedDocuments, type TestIntake, temporaryFolder, testIntake } from '../testing/test-intake.ts';
import { type ReceivedFax, takeFax } from './take-fax.ts';

let stack: AsyncDisposableStack;
let scene: TestIntake;
let folder: string;
beforeEach(async () => {
  stack = new AsyncDisposableStack();
  scene = stack.use(await testIntake());
  folder = await temporaryFolder(stack);
});
afterEach(() => stack.disposeAsync());

const received = new Date('2026-03-06T18:30:00Z');
const description = 270;
const pageNumber = 297;
const badLines = 326;
const cleanData = 327;

interface Page {
  readonly place: readonly [index: number, announced: number];
  readonly badLines?: number;
}

/** A fax as a server writes it: standard resolution, each page with its place. */
async function faxFile(pages: readonly Page[]): Promise<string> {
  const data = await g4Data(1728, 1000);
  const sources = pages.map(
    ({ place, badLines: bad = 0 }): TiffPageSource => ({
      ...{ width: 1728, height: 1000, data, compression: 4, xDpi: 204, yDpi: 98 },
      texts: { [description]: '+49 30 5550100\n493012345' },
      pairs: { [pageNumber]: place },
      tags: { [badLines]: bad, [cleanData]: bad > 0 ? 2 : 0 },
    }),
  );
  const file = join(folder, 'fax000000012.tif');
  await writeFile(file, tiffOfPages(sources));
  await utimes(file, received, received);
  return file;
}

async function take(file: string, facts: Partial<ReceivedFax> = {}) {
  const fax = { file, device: 'ttyIAX0', commId: '000000017', error: '', callIds: [], ...facts };
  return takeFax(fax, { intake: scene.intake, priority: 10, maxBytes: 1_000_000 });
}

const doubtOf = async () => (await storedDocuments(scene.database))[0]?.doubt;

test('who called whom, how many pages, and when it was complete are known, and a second run adds nothing', async () => {
  const file = await faxFile([{ place: [0, 2] }, { place: [1, 2] }]);
  const callIds = ['+49305550123', 'Krüger', '+4920155509', 'NONE', 'x'];
  expect((await take(file, { callIds })).isNew).toBe(true);
  expect((await take(file, { callIds })).isNew).toBe(false);
  expect(await storedDocuments(scene.database)).toEqual([
    expect.objectContaining({
      ...{ channel: 'fax', receivedAt: received, sender: '+49305550123', arrivals: 1, doubt: null },
      facts: {
        ...{ device: 'ttyIAX0', commId: '000000017', pages: 2, announcedPages: 2, damagedLines: 0 },
        ...{ tsi: '+49 30 5550100', callerNumber: '+49305550123', callerName: 'Krüger' },
        ...{ calledNumber: '+4920155509', otherCallIds: ['x'] },
      },
    }),
  ]);
});

test('without a number from the network the machine’s own name is the sender', async () => {
  await take(await faxFile([{ place: [0, 0] }]), { callIds: ['<NONE>', ''] });
  expect(await storedDocuments(scene.database)).toMatchObject([{ sender: '+49 30 5550100', doubt: null }]);
});

test('page 2 of 3 did not arrive: a person looks', async () => {
  await take(await faxFile([{ place: [0, 3] }, { place: [2, 3] }]));
  expect(await doubtOf()).toBe('Seite 2 von 3 ist nicht angekommen. Bitte beim Absender neu anfordern.');
});

test('where pages are not told apart, their count says that some are missing', async () => {
  await take(await faxFile([{ place: [0, 4] }, { place: [0, 4] }]));
  expect(await doubtOf()).toMatch(/^Nur 2 von 4 Seiten sind angekommen\./);
});

test('an error of the call and damaged lines are doubts, a few lines that the server mended are not', async () => {
  const error = 'No carrier detected {E001}';
  await take(
    await faxFile([
      { place: [0, 0], badLines: 20 },
      { place: [1, 0], badLines: 120 },
    ]),
    { error },
  );
  const doubt = await doubtOf();
  expect(doubt).toMatch(/Faxempfang endete mit einem Fehler \(„No carrier detected \{E001\}“\)/);
  expect(doubt).toMatch(/beschädigt: Seite 2 \(120 Zeilen\)\./);
  expect(doubt).not.toMatch(/Seite 1/);
});

test('what is no TIFF is taken in all the same, a call without a page is an error', async () => {
  const file = join(folder, 'broken.tif');
  await writeFile(file, 'II*\0\xff\xff\xff\x7f garbage');
  await take(file);
  expect(await storedDocuments(scene.database)).toMatchObject([{ channel: 'fax', facts: { pages: 0 } }]);
  await expect(take(join(folder, 'nowhere.tif'))).rejects.toMatchObject({ code: 'no-fax' });
});
