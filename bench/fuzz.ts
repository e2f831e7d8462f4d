import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { createOpener } from '@mailroom/ingest';
import { fuzzFiles, runFuzz } from './fuzz/run-fuzz.ts';
import { watchTree } from './ocr/watch-tree.ts';

/*
 * Spoilt fixtures through the opening child: npm run -s bench fuzz -- --cases 3000 --seed 1
 * Each must open or be refused with its sentence; a failure is printed with its case, which the seed gives again.
 */

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '3000' }, seed: { type: 'string', default: '1' } },
});
const cases = Number(values.cases);
const files = fuzzFiles(join(dirname(import.meta.dirname), 'fixtures', 'documents'), 500_000);
const opener = createOpener();
const { result, seconds, peakMb } = await watchTree(() =>
  runFuzz({ opener, files, cases, seed: values.seed }),
);
await opener.close();
const { opened, refused, failures, slowest } = result;
process.stdout.write(
  `${cases} cases out of ${files.length} files in ${seconds.toFixed(0)} s, seed ${values.seed}: ${opened} opened\n`,
);
for (const [code, count] of [...refused].sort(([, one], [, other]) => other - one))
  process.stdout.write(`  ${code}: ${count} refused\n`);
process.stdout.write(
  `failures: ${failures.length}; slowest ${(slowest.ms / 1000).toFixed(1)} s (${slowest.made}); at most ${peakMb.toFixed(0)} MB\n`,
);
for (const failure of failures) process.stdout.write(`${failure}\n`);
if (failures.length > 0) process.exitCode = 1;
