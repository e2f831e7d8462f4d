import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** Who may import whom. pnpm makes sure that a package imports only what its package.json names. */
const mayImport: Record<string, readonly string[]> = {
  core: [],
  children: [],
  database: ['core'],
  blobs: ['core'],
  ocr: ['core', 'children'],
  classifier: ['core'],
  indexer: ['core'],
  router: ['core'],
  ingest: ['core', 'children', 'database', 'blobs'],
  pipeline: ['core', 'database', 'blobs', 'indexer', 'router'],
  desk: ['core', 'database', 'blobs', 'ingest', 'ocr', 'classifier', 'indexer', 'router', 'pipeline'],
  cli: ['core', 'database', 'blobs', 'ingest', 'ocr', 'classifier', 'indexer', 'router', 'pipeline', 'desk'],
};

const packages = join(dirname(import.meta.dirname), 'packages');

test('every package has its place in the order of imports', () => {
  expect(readdirSync(packages).sort()).toEqual(Object.keys(mayImport).sort());
});

test.each(Object.entries(mayImport))('%s depends only on what stands below it', (name, allowed) => {
  const { dependencies = {} } = JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8'));
  const ours = Object.keys(dependencies).filter((one) => one.startsWith('@mailroom/'));
  expect(allowed.map((one) => `@mailroom/${one}`)).toEqual(expect.arrayContaining(ours));
});

/** Training and tests may use more than the service, which runs without the development dependencies. */
const runsInService = (file: string): boolean =>
  !/\.test\.tsx?$/.test(file) && !/\/(?:train|testing)\//.test(file);

test.each(Object.keys(mayImport))('%s runs on what its package.json names as dependencies', (name) => {
  const folder = join(packages, name);
  const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const used = sources(join(folder, 'src'))
    .filter(runsInService)
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/(?:from |import\()'(@mailroom\/[a-z]+)/g)])
    .map(([, one = '']) => one);
  expect([...new Set(used)].filter((one) => !(one in dependencies))).toEqual([]);
});

test.each(Object.keys(mayImport))('%s reaches into other packages only through their door', (name) => {
  const folder = join(packages, name);
  const offenders = sources(join(folder, 'src')).flatMap((file) => {
    const imports = [...readFileSync(file, 'utf8').matchAll(/from '([^']+)'/g)].map(
      (match) => match[1] ?? '',
    );
    return imports
      .filter((one) => one.startsWith('.') && relative(folder, join(dirname(file), one)).startsWith('..'))
      .map((one) => `${relative(folder, file)} imports ${one}`);
  });
  expect(offenders).toEqual([]);
});

test('files are named in kebab-case', () => {
  const names = Object.keys(mayImport).flatMap((name) => sources(join(packages, name, 'src')));
  expect(names.filter((file) => !/^[a-z0-9.-]+$/.test(file.split('/').at(-1) ?? ''))).toEqual([]);
});

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
