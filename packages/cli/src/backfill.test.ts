import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withCannedText } from '@mailroom/ocr';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';

/* The real command as a process of its own, on an embedded home of its own; only recognition is canned. */

const main = join(import.meta.dirname, 'main.ts');
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailroom-cli-'));
  await mkdir(join(folder, 'letters'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function mailroom(...args: string[]): ChildProcess {
  return spawn(process.execPath, [main, ...args], {
    env: { ...process.env, MAILROOM_HOME: join(folder, 'home'), OCR_ENGINE: 'canned' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function run(...args: string[]): Promise<{ code: number | null; output: string }> {
  const child = mailroom(...args);
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'close');
  return { code, output };
}

async function writeLetters(count: number): Promise<void> {
  const white = { width: 827, height: 1169, channels: 3, background: 'white' } as const;
  const image = await sharp({ create: white }).jpeg().toBuffer();
  for (let number = 0; number < count; number += 1) {
    const text = `Wien, 3. März\n\nSehr geehrte Damen und Herren,\nhiermit kündige ich Vertrag ${number}.\n\nGruß\nA. Muster`;
    await writeFile(join(folder, 'letters', `${number}.jpg`), withCannedText(image, [text]));
  }
}

interface Line {
  readonly file: string;
  readonly documentId: string | null;
  readonly state: string;
  readonly reason: string | null;
}

async function backfill(): Promise<readonly Line[]> {
  const report = join(folder, 'report.jsonl');
  const { code, output } = await run('backfill', join(folder, 'letters'), '--report', report);
  expect({ code, output }).toMatchObject({ code: 0 });
  const text = await readFile(report, 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

test('every file stands in the report, also broken ones, doubles and those with a side file', async () => {
  await writeLetters(3);
  await cp(join(folder, 'letters', '0.jpg'), join(folder, 'letters', 'copy.jpg'));
  await writeFile(join(folder, 'letters', 'empty.pdf'), '');
  await writeFile(
    join(folder, 'letters', '1.jpg.json'),
    JSON.stringify({ channel: 'fax', receivedAt: '2026-03-06T19:30:00' }),
  );
  await writeFile(join(folder, 'letters', '2.jpg.json'), '{ "channel": "pigeon" }');
  const lines = await backfill();

  const byFile = new Map(lines.map((line) => [line.file, line]));
  expect([...byFile.keys()].sort()).toEqual(['0.jpg', '1.jpg', '2.jpg', 'copy.jpg', 'empty.pdf']);
  expect(byFile.get('copy.jpg')?.documentId).toBe(byFile.get('0.jpg')?.documentId);
  expect(byFile.get('empty.pdf')).toMatchObject({
    state: 'rejected',
    reason: expect.stringContaining('leer'),
  });
  // A fax on Friday evening counts on Monday.
  expect(byFile.get('1.jpg')).toMatchObject({
    channel: 'fax',
    receivedAt: '2026-03-06T18:30:00.000Z',
    receiptDate: '2026-03-09',
  });
  expect(byFile.get('2.jpg')).toMatchObject({ state: 'review', reason: expect.stringContaining('channel') });
  expect(byFile.get('0.jpg')).toMatchObject({
    pages: 1,
    text: expect.stringContaining('hiermit kündige ich'),
  });
});

test('killed again and again in the middle, it finishes in the end, nothing lost and nothing twice', async () => {
  await writeLetters(40);
  for (const afterMs of [1500, 2500, 3500]) {
    const child = mailroom('backfill', join(folder, 'letters'));
    const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
    await once(child, 'close');
    clearTimeout(timer);
  }
  const lines = await backfill();
  expect(lines).toHaveLength(40);
  expect(lines.filter((line) => !['routed', 'review'].includes(line.state))).toEqual([]);
  expect(await run('verify')).toMatchObject({ code: 0, output: expect.stringContaining('40 documents') });
  const again = await run('backfill', join(folder, 'letters'));
  expect(again.output).toContain('40 files: 0 new, 0 seen before, 40 unchanged');
});

test('Ctrl-C ends it in order: the embedded server is gone, and the next run picks up', async () => {
  await writeLetters(12);
  const child = mailroom('backfill', join(folder, 'letters'));
  let said = '';
  child.stderr?.on('data', (chunk) => (said += chunk));
  await expect.poll(() => existsSync(join(folder, 'home', 'blobs')), { timeout: 60_000 }).toBe(true);
  child.kill('SIGINT');
  const [code] = await once(child, 'close');
  expect({ code, said }).toMatchObject({ code: 1, said: expect.stringContaining('picks up') });
  expect(existsSync(join(folder, 'home', 'postgres', 'cluster', 'postmaster.pid'))).toBe(false);
  expect(await backfill()).toHaveLength(12);
});

test('a folder that does not exist is one clear line and exit code 1', async () => {
  const { code, output } = await run('backfill', join(folder, 'nowhere'));
  expect(code).toBe(1);
  expect(output).toContain('does not exist. Give the folder that holds the documents.');
});

test('all problems of the configuration are told at once', async () => {
  const child = spawn(process.execPath, [main, 'config', 'check'], {
    env: { ...process.env, MAILROOM_PORT: 'eighty', OCR_ENGINE: 'abbyy', DATABASE_URL: 'mysql://x' },
  });
  let output = '';
  child.stderr?.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'close');
  expect(code).toBe(1);
  for (const key of ['MAILROOM_PORT', 'OCR_ENGINE', 'DATABASE_URL']) expect(output).toContain(key);
});
