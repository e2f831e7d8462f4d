import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { englishRefusals } from '../../web/src/words/english-refusals.ts';

const folder = dirname(import.meta.dirname);

/** Codes that stand in the sources: of a ProblemError, and of an answer to an error. */
function codesInSources(): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sources = files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  return sources.flatMap((source) =>
    [...source.matchAll(/(?:ProblemError|answer)\(\s*\d{3},\s*'([a-z-]+)'/g)].map((match) => match[1] ?? ''),
  );
}

test('whatever the desk refuses in German it also refuses in English', () => {
  const codes = codesInSources();
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => !(code in englishRefusals))).toEqual([]);
});
