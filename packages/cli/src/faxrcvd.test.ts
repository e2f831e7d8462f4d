import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';

/* The script that HylaFAX calls, in a spool folder of its own, with the real command behind it. */

const script = join(import.meta.dirname, '../../../infra/hylafax/faxrcvd');
const main = join(import.meta.dirname, 'main.ts');
let spool: string;
beforeEach(async () => {
  spool = await mkdtemp(join(tmpdir(), 'mailroom-fax-'));
  for (const folder of ['etc', 'recvq']) await mkdir(join(spool, folder));
});
afterEach(() => rm(spool, { recursive: true, force: true }));

async function settings(more: string): Promise<void> {
  const lines = [`MAILROOM="${process.execPath} ${main}"`, `MAILROOM_HOME=${join(spool, 'home')}`, more];
  await writeFile(join(spool, 'etc/mailroom.env'), `${lines.join('\n')}\n`);
}

async function run(command: string, ...args: string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, MAILROOM_HOME: join(spool, 'home') };
  const child = spawn(command, args, { cwd: spool, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'close');
  return { code, output };
}

const pending = () => readdir(join(spool, 'mailroom-pending'));

test('a fax that comes while the store of the originals is away is noted, and taken in once when it is back', async () => {
  const white = { width: 1728, height: 1100, channels: 3, background: 'white' } as const;
  const tiff = await sharp({ create: white }).tiff().toBuffer();
  await writeFile(join(spool, 'recvq/fax000000001.tif'), tiff);
  const call = ['recvq/fax000000001.tif', 'ttyS0', '000000042', '', '+49305550123', "O'Neill & Söhne"];

  const key = 'S3_ACCESS_KEY_ID=key\nS3_SECRET_ACCESS_KEY=secret';
  await settings(`S3_ENDPOINT=http://127.0.0.1:9\nS3_BUCKET=away\n${key}`);
  expect(await run(script, ...call)).toMatchObject({
    code: 1,
    output: expect.stringContaining('blobs-away'),
  });
  expect(await pending()).toEqual(['000000042']);

  await settings('');
  expect(await run(script)).toMatchObject({
    code: 0,
    output: expect.stringContaining('Stored as document 1'),
  });
  expect(await pending()).toEqual([]);
  expect(await run(script, ...call)).toMatchObject({
    code: 0,
    output: expect.stringContaining('Stored as document 1'),
  });
});

test('a call that left no page is told and not tried again; too few arguments are an error', async () => {
  await settings('');
  const { code, output } = await run(script, 'recvq/none.tif', 'ttyS0', '000000043', 'No carrier');
  expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('No carrier') });
  expect(await pending()).toEqual([]);
  expect(await run(script, 'recvq/none.tif')).toMatchObject({ code: 1 });
});
