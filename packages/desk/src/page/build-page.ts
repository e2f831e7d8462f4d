import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { MisconfigurationError, messageOf } from '@mailroom/core';
import { z } from 'zod';

/** The files of the page by path ("/", "/assets/index-1a2b.js"). */
export type Assets = ReadonlyMap<string, Buffer>;

const packageFolder = join(import.meta.dirname, '..', '..');
const sources = [
  join(packageFolder, 'web'),
  join(packageFolder, 'src', 'api'),
  join(packageFolder, 'package.json'),
  import.meta.filename,
];
const cacheFolder = join(packageFolder, 'node_modules', '.cache', 'desk');

/**
 * Builds the page from its sources; nobody has to run a build by hand. The result is kept beside the
 * installed packages under a hash of the sources; where that folder cannot be written (a read-only
 * checkout, another user's), the page is built at every start, which takes about two seconds.
 */
export async function buildPage(): Promise<Assets> {
  const path = join(cacheFolder, `${await hashSources()}.json`);
  const kept = await readKept(path);
  if (kept) return kept;
  const assets = await build();
  await keep(path, assets);
  return assets;
}

async function hashSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesBelow(source)) hash.update(file).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 24);
}

async function filesBelow(path: string): Promise<readonly string[]> {
  if (extname(path) !== '') return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const keptSchema = z.record(z.string(), z.string());

async function readKept(path: string): Promise<Assets | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined); // not built yet
  if (text === undefined) return undefined;
  const files = Object.entries(keptSchema.parse(JSON.parse(text)));
  return new Map(files.map(([name, content]) => [name, Buffer.from(content, 'base64')]));
}

/** Written aside and renamed, so that two starts at once cannot read half of it; older builds are removed. */
async function keep(path: string, assets: Assets): Promise<void> {
  const files = [...assets].map(([name, content]) => [name, content.toString('base64')]);
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await mkdir(cacheFolder, { recursive: true });
    const old = await readdir(cacheFolder);
    await writeFile(temporary, JSON.stringify(Object.fromEntries(files)));
    await rename(temporary, path);
    for (const name of old) await rm(join(cacheFolder, name), { force: true });
  } catch {
    // Not ours to write: built anew at the next start.
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** Vite is loaded only when there is something to build. */
async function build(): Promise<Assets> {
  try {
    const { build: viteBuild } = await import('vite');
    const built = await viteBuild({
      root: join(packageFolder, 'web'),
      configFile: false,
      envDir: false,
      publicDir: false,
      logLevel: 'error',
      mode: 'production',
      // Whatever NODE_ENV this process has (tests, a developer's shell): people get React as it is meant for them.
      define: { 'process.env.NODE_ENV': JSON.stringify('production') },
      build: { write: false, target: 'es2023', modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
      oxc: { jsx: { runtime: 'automatic', development: false } },
    });
    const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
    const files = outputs.map((file) => {
      const content = file.type === 'chunk' ? file.code : file.source;
      return [file.fileName === 'index.html' ? '/' : `/${file.fileName}`, Buffer.from(content)] as const;
    });
    return new Map(files);
  } catch (error) {
    throw new MisconfigurationError(
      'desk-page',
      `The page of the desk cannot be built: ${messageOf(error)}. Run "npm run setup" to install all packages again.`,
      { cause: error },
    );
  }
}
