import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensurePrograms } from './debian.ts';
import { debianFolder, servicePrograms } from './services/programs.ts';

/* The program behind `npm test`: types, lint and format, then all tests on real services. */

const root = dirname(import.meta.dirname);
const bin = (name: string) => join(root, 'node_modules', name);
const filters = process.argv.slice(2);

const environment = await ensurePrograms(
  [
    { command: 'tesseract', packages: ['tesseract-ocr', 'tesseract-ocr-deu'] },
    ...servicePrograms,
    { command: 'qpdf', packages: ['qpdf'] },
    { command: 'pdftotext', packages: ['poppler-utils'] },
    { command: 'chromium', packages: ['chromium'] },
    { command: 'java', packages: ['default-jre-headless'] },
    { command: 'preflight.jar', packages: ['libpdfbox2-java', 'libactivation-java', 'libjaxb-api-java'] },
  ],
  debianFolder,
);

step('types', bin('typescript/bin/tsc'), ['-p', root]);
step('lint and format', bin('@biomejs/biome/bin/biome'), ['ci', '--log-level=warn', root]);
runTests();

function step(name: string, program: string, args: readonly string[]): void {
  const startedAt = performance.now();
  const { status } = spawnSync(process.execPath, [program, ...args], { stdio: 'inherit', cwd: root });
  if (status !== 0) process.exit(status ?? 1);
  process.stdout.write(`${name}: in order (${((performance.now() - startedAt) / 1000).toFixed(1)} s)\n`);
}

function runTests(): void {
  const folder = mkdtempSync(join(tmpdir(), 'mailroom-tests-'));
  const results = join(folder, 'results.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  const { status } = spawnSync(
    process.execPath,
    [bin('vitest/vitest.mjs'), 'run', ...reporters, ...filters],
    {
      stdio: 'inherit',
      cwd: root,
      env: environment,
    },
  );
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  process.stdout.write(`${numPassedTests} passed, ${numFailedTests} failed\n`);
  process.exit(status ?? 1);
}
