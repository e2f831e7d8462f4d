import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = dirname(import.meta.dirname);

test('docs/errors.md lists every error code of the sources, and no other', () => {
  const used = new Set(sources().flatMap((text) => codesIn(text)));
  const listed = [
    ...readFileSync(join(root, 'docs', 'errors.md'), 'utf8').matchAll(/^\| `([a-z0-9-]+)` +\|/gm),
  ];
  expect(listed.map(([, code]) => code).sort()).toEqual([...used].sort());
});

function codesIn(text: string): string[] {
  return [...text.matchAll(/(?:new \w*Error|super)\(\s*'([a-z0-9-]+)',/g)].map(([, code]) => code ?? '');
}

function sources(): string[] {
  return readdirSync(join(root, 'packages'))
    .map((name) => join(root, 'packages', name, 'src'))
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .filter((entry) => !entry.parentPath.includes('testing'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}
