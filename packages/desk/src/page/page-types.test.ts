import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..', '..');

/** The page has types of its own (the DOM), so the check of the whole checkout leaves it out. */
test('the page agrees with its types and with the API', async () => {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const project = join(root, 'packages', 'desk', 'web');
  const output = await promisify(execFile)(process.execPath, [compiler, '-p', project]).then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  );
  expect(output).toBe('');
});
