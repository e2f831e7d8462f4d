import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { type ImapSession, openImapDoor } from './imap-door.ts';

/** Dovecot's IMAP on the loopback interface; every user has the same password and an empty mailbox of its own. */
export interface ImapServer {
  /** imap://:PASSWORD@127.0.0.1:PORT */
  readonly url: string;
  readonly version: string;
  stop(): Promise<void>;
}

const password = 'secret';

/**
 * The login process of a Dovecot that is unpacked without being installed does not start (its place is compiled
 * in), so a door of ours answers LOGIN and hands the connection over to Dovecot's own session process.
 */
export async function startImap(environment: NodeJS.ProcessEnv): Promise<ImapServer> {
  const doveconf = find('doveconf', environment);
  const session = join(dirname(doveconf), '..', 'lib', 'dovecot', 'imap');
  const folder = await mkdtemp(join(tmpdir(), 'mailroom-imap-'));
  await chmod(folder, 0o777); // started as root, Dovecot works as nobody
  const settings = join(folder, 'dovecot.conf');
  await writeFile(settings, configuration(folder, dirname(session)));
  const sessions = new Set<ImapSession>();

  function serve(user: string): ImapSession {
    const command = [doveconf, '-c', settings, '-f', 'service=imap', '-p', '-e', session];
    const home = join(folder, user);
    // The MAIL of a login shell would go before mail_location.
    const env = { ...environment, USER: user, HOME: home, MAIL: `maildir:${join(home, 'Maildir')}` };
    // Between two pipes: with a socket, which is what Node gives, Dovecot thinks of inetd and refuses.
    const args = ['-c', 'cat | "$@" | cat', 'session', ...command];
    const started = spawn('sh', args, { env, stdio: ['pipe', 'pipe', 'ignore'] });
    sessions.add(started);
    started.once('exit', () => sessions.delete(started));
    return started;
  }

  const server = createServer((socket) => void openImapDoor(socket, password, serve));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server without a port');
  return {
    url: `imap://:${password}@127.0.0.1:${address.port}`,
    version: `Dovecot ${execFileSync('dovecot', ['--version'], { env: environment, encoding: 'utf8' }).trim()}`,
    async stop() {
      server.close();
      for (const one of sessions) one.stdin.destroy();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function find(command: string, { PATH = '' }: NodeJS.ProcessEnv): string {
  const folder = PATH.split(delimiter).find((one) => existsSync(join(one, command)));
  if (folder === undefined) throw new Error(`${command} is not on the PATH`);
  return join(folder, command);
}

/** Dovecot looks up the users it would run under, also when it starts none of their processes. */
function configuration(folder: string, libraries: string): string {
  const uid = process.getuid?.() || 65534;
  const gid = process.getgid?.() || 65534;
  return `base_dir = ${join(folder, 'run')}
libexec_dir = ${libraries}
mail_plugin_dir = ${join(libraries, 'modules')}
log_path = ${join(folder, 'dovecot.log')}
ssl = no
mail_location = maildir:${folder}/%u/Maildir
mail_uid = ${uid}
mail_gid = ${gid}
first_valid_uid = 1
default_login_user = nobody
default_internal_user = nobody
default_internal_group = nogroup
`;
}
