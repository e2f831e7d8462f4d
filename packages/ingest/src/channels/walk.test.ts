import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/test-intake.ts';
import { walk } from './walk.ts';

test('links lead nowhere: not out of the folder, and not in circles', async () => {
  await using stack = new AsyncDisposableStack();
  const [folder, elsewhere] = [await temporaryFolder(stack), await temporaryFolder(stack)];
  await writeFile(join(elsewhere, 'secret.pdf'), 'x');
  await mkdir(join(folder, 'tray'));
  await writeFile(join(folder, 'tray', '..hidden name .. .pdf'), 'x');
  await symlink(join(elsewhere, 'secret.pdf'), join(folder, 'letter.pdf'));
  await symlink(elsewhere, join(folder, 'more'));
  await symlink(folder, join(folder, 'tray', 'round'));
  await symlink(join(folder, 'nothing'), join(folder, 'dangling.tif'));
  await writeFile(join(folder, 'tray', 'a\n..\\..\\b.pdf'), 'x');
  const found = await Array.fromAsync(walk(folder));
  expect(found.map(({ path }) => relative(folder, path))).toEqual(['tray/a\n..\\..\\b.pdf']);
});

test('why a file was put aside is no document, when both are put back', async () => {
  await using stack = new AsyncDisposableStack();
  const folder = await temporaryFolder(stack);
  for (const name of ['a.pdf', 'a.pdf.reason.txt', 'b.reason.txt']) await writeFile(join(folder, name), 'x');
  const found = await Array.fromAsync(walk(folder));
  expect(found.map(({ path }) => relative(folder, path))).toEqual(['a.pdf', 'b.reason.txt']);
});
