import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';

export type ImapSession = ChildProcessByStdio<Writable, Readable, null>;

/** Speaks IMAP as far as LOGIN; then the session that `serve` starts for the user has the connection. */
export async function openImapDoor(
  socket: Socket,
  password: string,
  serve: (user: string) => ImapSession,
): Promise<void> {
  socket.on('error', () => socket.destroy()); // tests break connections
  socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n');
  const login = await awaitLogin(socket, password);
  if (login) handOver(socket, serve(login.user), login.tag);
}

/** A client waits for each answer here, so a line comes as one piece. Undefined when it went away. */
async function awaitLogin(
  socket: Socket,
  password: string,
): Promise<{ tag: string; user: string } | undefined> {
  while (!socket.destroyed) {
    const [line] = await Promise.race([once(socket, 'data'), once(socket, 'close')]);
    const [tag = '*', command = '', user = '', given = ''] = wordsOf(String(line));
    if (command === 'LOGIN' && given === password) return { tag, user };
    if (command === 'LOGIN') socket.write(`${tag} NO [AUTHENTICATIONFAILED] wrong password\r\n`);
    else if (command === 'LOGOUT') socket.end(`* BYE\r\n${tag} OK\r\n`);
    else socket.write(`${command === 'CAPABILITY' ? '* CAPABILITY IMAP4rev1\r\n' : ''}${tag} OK\r\n`);
  }
  return undefined;
}

/** The words of a command, without the quotation marks. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

/** The session greets like one that needs no login; the client waits for the answer to its LOGIN. */
function handOver(socket: Socket, session: ImapSession, tag: string): void {
  session.stdout.once('data', (greeting: Buffer) => {
    const capabilities = /\[CAPABILITY [^\]]*\]/.exec(greeting.toString('latin1'))?.[0] ?? '';
    socket.write(`${tag} OK ${capabilities} Logged in\r\n`);
    session.stdout.pipe(socket);
  });
  session.stdin.on('error', () => socket.destroy());
  socket.pipe(session.stdin);
  session.once('exit', () => socket.destroySoon());
  socket.once('close', () => session.stdin.destroy());
}
