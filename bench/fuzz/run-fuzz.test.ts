import { join } from 'node:path';
import { createOpener } from '@mailroom/ingest';
import { expect, test } from 'vitest';
import { fuzzFiles, runFuzz } from './run-fuzz.ts';

test('every spoilt fixture opens or is refused with a sentence, and the opener lives on', async () => {
  const files = fuzzFiles(join(import.meta.dirname, '..', '..', 'fixtures', 'documents'), 40_000);
  const opener = createOpener();
  const { opened, refused, failures } = await runFuzz({ opener, files, cases: 250, seed: 'npm test' });
  await opener.close();
  expect(failures).toEqual([]);
  const count = [...refused.values()].reduce((sum, one) => sum + one, 0);
  expect(opened + count).toBe(250);
  expect(Math.min(opened, count)).toBeGreaterThan(25);
});
