import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MisconfigurationError, messageOf } from '@mailroom/core';
import type { ServerAccount } from './server-account.ts';

const execute = promisify(execFile);

/**
 * Makes the cluster `folder/cluster` unless it is there. It is made under another name and renamed, so that a
 * crash or a second process in the middle never leaves half a cluster behind.
 */
export async function createCluster(folder: string, account: ServerAccount): Promise<void> {
  const cluster = join(folder, 'cluster');
  if (existsSync(cluster)) return;
  await makeFolder(folder, account);
  const making = join(folder, `making-${randomUUID()}`);
  await makeFolder(making, account);
  await initialise(making, account);
  await rename(making, cluster).catch(async (error: unknown) => {
    await rm(making, { recursive: true, force: true });
    if (!existsSync(cluster)) throw error; // else another process was faster, and its cluster serves
  });
}

/** A folder that only the server's user may enter. */
export async function makeFolder(folder: string, { uid, gid }: ServerAccount): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid);
}

async function initialise(folder: string, account: ServerAccount): Promise<void> {
  const locale = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=de-DE', '--locale=C'];
  const { command, args, uid, gid } = account.run(account.binary('initdb'), [
    ...['-D', folder, '--username=mailroom', '--auth=trust', '--no-instructions'],
    ...locale,
  ]);
  const identity = uid !== undefined && gid !== undefined ? { uid, gid } : {};
  try {
    await execute(command, args, { cwd: '/', ...identity });
  } catch (error) {
    throw new MisconfigurationError(
      'postgres-init',
      `Cannot create the embedded database in ${folder}: ${messageOf(error)} ` +
        'Free some disk space or mend the permissions, or set DATABASE_URL to a PostgreSQL server of your own.',
      { cause: error },
    );
  }
}
