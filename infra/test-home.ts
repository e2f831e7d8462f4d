import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joinEmbeddedServer } from '@mailroom/database';

/** One embedded PostgreSQL for the whole test run; each test clones its own database from a template there. */
export default async function setup(): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), 'mailroom-test-'));
  process.env['MAILROOM_TEST_HOME'] = home;
  const server = await joinEmbeddedServer(home);
  return async () => {
    await server.leave();
    await rm(home, { recursive: true, force: true });
  };
}
