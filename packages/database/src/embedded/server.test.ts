import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase, type ServerAddress } from '../database.ts';
import { joinEmbeddedServer } from './server.ts';

let home: string;
beforeEach(async () => {
  // mkdtemp makes it 0700, like the home of root: the server's user may not enter it.
  home = await mkdtemp(join(tmpdir(), 'mailroom-home-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function startedAt(address: ServerAddress): Promise<string> {
  const database = openDatabase(address);
  const { rows } = await database.query<{ at: string }>('select pg_postmaster_start_time()::text as at');
  await database.close();
  return rows[0]?.at ?? '';
}

test('two that join at once share one server, and only the last to leave stops it', async () => {
  const [one, other] = await Promise.all([joinEmbeddedServer(home), joinEmbeddedServer(home)]);
  expect(await startedAt(one.address)).toBe(await startedAt(other.address));
  await one.leave();
  expect(await startedAt(other.address)).not.toBe('');
  await other.leave();
  await expect(startedAt(other.address)).rejects.toMatchObject({ code: 'database-away' });
});

test('a server that outlived its process is adopted', async () => {
  const program = `
    import { joinEmbeddedServer } from ${JSON.stringify(join(import.meta.dirname, 'server.ts'))};
    await joinEmbeddedServer(process.argv[1]);
    process.kill(process.pid, 'SIGKILL');`;
  expect(() =>
    execFileSync(process.execPath, ['--input-type=module-typescript', '-e', program, home], {
      stdio: 'ignore',
    }),
  ).toThrow();
  const server = await joinEmbeddedServer(home);
  expect(await startedAt(server.address)).not.toBe('');
  await server.leave();
});

test('a home with a path too long for a socket works all the same', async () => {
  const server = await joinEmbeddedServer(join(home, 'x'.repeat(120)));
  expect(await startedAt(server.address)).not.toBe('');
  await server.leave();
});
