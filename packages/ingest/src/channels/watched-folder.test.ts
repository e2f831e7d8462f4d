import { mkdir, readdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TemporaryError } from '@mailroom/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  fullIntake,
  storedDocuments,
  type TestIntake,
  temporaryFolder,
  testIntake,
} from '../testing/test-intake.ts';
import type { Intake } from './intake.ts';
import { watchFolder } from './watched-folder.ts';

let stack: AsyncDisposableStack;
let scene: TestIntake;
let folder: string;
beforeEach(async () => {
  stack = new AsyncDisposableStack();
  scene = stack.use(await testIntake());
  folder = await temporaryFolder(stack);
  for (const name of ['done', 'problem']) await mkdir(join(folder, name));
});
afterEach(() => stack.disposeAsync());

function watch(intake: Intake = scene.intake): void {
  const watched = watchFolder({ folder, intake, priority: 10, maxBytes: 10_000, intervalMs: 10 });
  stack.defer(() => watched.close());
}

const namesIn = (name: string) => expect.poll(() => entriesOf(join(folder, name)), { timeout: 20_000 });

/** None while the folder is not there. */
const entriesOf = (path: string) =>
  readdir(path).then(
    (names) => names.sort(),
    () => [],
  );

test('a file that changes while its size and time stand still is taken when it is whole', async () => {
  const file = join(folder, 'slow.txt');
  const write = async (text: string) => {
    const hidden = join(folder, '.slow');
    await writeFile(hidden, text);
    await utimes(hidden, 1_772_000_000, 1_772_000_000);
    await rename(hidden, file);
  };
  await write('halb ');
  let opened = 0;
  watch({
    ...scene.intake,
    async openBatch(batch) {
      opened += 1;
      if (opened === 1) await write('ganz ');
      return scene.intake.openBatch(batch);
    },
  });
  await namesIn('done').toEqual(['slow.txt']);
  const [only, ...others] = await storedDocuments(scene.database);
  expect(others).toEqual([]);
  expect(String(await scene.blobs.get(only?.sha256 ?? ''))).toBe('ganz ');
});

test('a file that cannot be taken does not hold up those behind it; a link leads nowhere', async () => {
  await symlink('/etc/hostname', join(folder, '0-link.txt'));
  await writeFile(join(folder, '1-large.txt'), 'x'.repeat(10_001));
  for (const name of ['2.txt', '3.txt']) await writeFile(join(folder, name), `Brief ${name}`);
  await writeFile(join(folder, '3.txt.json'), '{ "channel": "fax" }');
  watch({
    ...scene.intake,
    take(incoming) {
      if (incoming.fileName === '2.txt') throw new Error('EIO: i/o error, read');
      return scene.intake.take(incoming);
    },
  });
  await namesIn('done').toEqual(['3.txt', '3.txt.json']);
  await namesIn('problem').toEqual(['1-large.txt', '1-large.txt.reason.txt']);
  expect(await storedDocuments(scene.database)).toMatchObject([{ fileName: '3.txt', channel: 'fax' }]);
  expect(await readdir(folder)).toEqual(expect.arrayContaining(['0-link.txt', '2.txt']));
});

test('the reason that is put back with its document moves with it and is no document itself', async () => {
  for (const name of ['a.txt', 'a.txt.reason.txt']) await writeFile(join(folder, name), `Inhalt ${name}`);
  watch();
  await namesIn('done').toEqual(['a.txt', 'a.txt.reason.txt']);
  expect(await storedDocuments(scene.database)).toMatchObject([{ fileName: 'a.txt' }]);
});

test('while the mailroom is full everything stays where it is', async () => {
  await writeFile(join(folder, 'letter.txt'), 'Brief');
  const refused: unknown[] = [];
  const full = fullIntake(scene);
  watch({
    ...full,
    take: (incoming) =>
      full.take(incoming).catch((error: unknown) => {
        refused.push(error);
        throw error;
      }),
  });
  await expect.poll(() => refused.length, { timeout: 20_000 }).toBeGreaterThan(1);
  expect(refused[0]).toBeInstanceOf(TemporaryError);
  expect(await readdir(folder)).toContain('letter.txt');
});

test('a folder that is away at the start is taken in hand as soon as it is there', async () => {
  const share = join(folder, 'share');
  await writeFile(share, 'in the way');
  const watched = watchFolder({
    ...{ folder: share, intake: scene.intake, priority: 10, maxBytes: 10_000 },
    intervalMs: 10,
  });
  stack.defer(() => watched.close());
  await rm(share);
  await namesIn('share').toEqual(['done', 'problem']);
  await writeFile(join(share, 'brief.txt'), 'Ich bin umgezogen.');
  await namesIn('share/done').toEqual(['brief.txt']);
});
