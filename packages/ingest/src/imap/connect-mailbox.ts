import type { ImapFlow } from 'imapflow';
import type { MailboxOptions } from './mailbox-options.ts';

/** Signs in, makes the folders for what is done with, and opens the mailbox. Whoever gets the client closes it. */
export async function connectMailbox(options: MailboxOptions): Promise<ImapFlow> {
  const { host, port, secure, user, password } = options;
  const { ImapFlow } = await import('imapflow'); // large, and few processes watch a mailbox
  const client = new ImapFlow({
    ...{ host, port, secure, auth: { user, pass: password }, logger: false, disableAutoIdle: true },
    ...{ maxIdleTime: options.pollMs, clientInfo: { name: 'Mailroom' } },
  });
  client.on('error', () => undefined); // the command in hand fails with it, and says so
  try {
    await client.connect();
    await ensureFolders(client, [options.doneFolder, options.problemFolder]);
    await client.mailboxOpen(partsOf(options.mailbox));
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
}

/** The client joins the parts with the separator of the server. */
export function partsOf(folder: string): string[] {
  return folder.split('/');
}

async function ensureFolders(client: ImapFlow, folders: readonly string[]): Promise<void> {
  const known = new Set((await client.list()).map(({ path, delimiter }) => path.split(delimiter).join('/')));
  for (const folder of folders) if (!known.has(folder)) await client.mailboxCreate(partsOf(folder));
}
