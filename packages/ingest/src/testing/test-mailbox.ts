import { randomUUID } from 'node:crypto';
import { ImapFlow } from 'imapflow';

/** An empty mailbox of its own on the server that the test run started (see infra/test-services.ts). */
export interface TestMailbox {
  readonly server: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly password: string;
  };
  /** A client that is signed in; closed when the stack is disposed. */
  readonly client: ImapFlow;
  /** How many mails lie in a folder. */
  count(folder: string): Promise<number>;
}

export async function testMailbox(stack: AsyncDisposableStack): Promise<TestMailbox> {
  const address = process.env['MAILROOM_TEST_IMAP'];
  if (!address) throw new Error('MAILROOM_TEST_IMAP is not set; run the tests with "npm test".');
  const { hostname: host, port, password } = new URL(address);
  const server = { host, port: Number(port), user: `user-${randomUUID()}`, password };
  const auth = { user: server.user, pass: password };
  const client = new ImapFlow({ host, port: server.port, secure: false, auth, logger: false });
  await client.connect();
  stack.defer(() => client.close());
  return {
    server,
    client,
    async count(folder) {
      const status = await client.status(folder.split('/').join('.'), { messages: true });
      return status ? (status.messages ?? 0) : 0;
    },
  };
}
