import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { storedDocuments, type TestIntake, testIntake } from '../testing/test-intake.ts';
import { type TestMailbox, testMailbox } from '../testing/test-mailbox.ts';
import type { MailboxOptions } from './mailbox-options.ts';
import { type WatchedMailbox, watchMailbox } from './watch-mailbox.ts';

let stack: AsyncDisposableStack;
let scene: TestIntake;
let box: TestMailbox;
beforeEach(async () => {
  stack = new AsyncDisposableStack();
  scene = stack.use(await testIntake());
  box = await testMailbox(stack);
});
afterEach(() => stack.disposeAsync());

async function watch(overrides: Partial<MailboxOptions> = {}): Promise<WatchedMailbox> {
  const watched = await watchMailbox({
    ...{ intake: scene.intake, priority: 10, faxGateways: [], ...box.server, secure: false },
    ...{ mailbox: 'INBOX', doneFolder: 'Mailroom/Done', problemFolder: 'Mailroom/Problem' },
    ...{ maxBytes: 200_000, name: 'mx.example.de', pollMs: 60_000, ...overrides },
  });
  stack.defer(() => watched.close());
  return watched;
}

const mailOf = (number: number, ...headers: readonly string[]) =>
  [
    `Message-ID: <${number}@example.com>`,
    'From: Erika =?utf-8?q?Kr=C3=BCger?= <erika@example.com>',
    `Subject: Brief ${number}`,
    ...headers,
    '',
    `hiermit kündige ich Vertrag ${number}.`,
  ].join('\r\n');

const received = new Date('2026-03-02T08:15:00Z');
const deliver = (mail: string, folder = 'INBOX') => box.client.append(folder, mail, [], received);
const waitFor = (folder: string, count: number) =>
  expect.poll(() => box.count(folder), { timeout: 30_000 }).toBe(count);

test('what lies there and what comes later is stored, then moved; who and when is known', async () => {
  await deliver(mailOf(1));
  await watch();
  await waitFor('Mailroom/Done', 1);
  await deliver(mailOf(2)); // announced by IDLE: the next poll is a minute away
  await waitFor('Mailroom/Done', 2);
  const documents = await storedDocuments(scene.database);
  expect(documents).toMatchObject([{ sender: 'erika@example.com' }, { fileName: 'Brief 2.eml' }]);
  expect(documents[0]).toMatchObject({
    ...{ channel: 'email', receivedAt: received, fileName: 'Brief 1.eml', doubt: null },
    facts: {
      mailbox: 'INBOX',
      uid: 1,
      uidValidity: expect.stringMatching(/^\d+$/),
      messageId: '<1@example.com>',
    },
  });
  expect((await scene.blobs.get(documents[0]?.sha256 ?? '')).toString()).toBe(mailOf(1));
  expect(scene.registered).toHaveLength(2);
});

test('loops, automatic replies and what is too large go to the problem folder, the others are taken', async () => {
  await deliver(mailOf(1, 'X-Mailroom-Sent-By: mx.example.de'));
  await deliver(mailOf(2, 'Auto-Submitted: auto-replied'));
  await deliver(mailOf(3) + 'lang '.repeat(50_000));
  await deliver(mailOf(4));
  await watch();
  await waitFor('Mailroom/Problem', 3);
  await waitFor('Mailroom/Done', 1);
  expect(await storedDocuments(scene.database)).toMatchObject([{ fileName: 'Brief 4.eml' }]);
});

test('a mailbox that was made anew, with the same numbers for other mails, doubles and loses nothing', async () => {
  await box.client.mailboxCreate('Post');
  await deliver(mailOf(1), 'Post');
  const first = await watch({ mailbox: 'Post' });
  await waitFor('Mailroom/Done', 1);
  await first.close();
  await box.client.mailboxDelete('Post');
  await box.client.mailboxCreate('Post');
  await deliver(mailOf(2), 'Post');
  await deliver(mailOf(1, 'Received: from elsewhere'), 'Post');
  await deliver(mailOf(1), 'Post');
  await watch({ mailbox: 'Post' });
  await waitFor('Mailroom/Done', 4);
  expect(await storedDocuments(scene.database)).toMatchObject([{ arrivals: 2 }, { arrivals: 1 }]);
});

test('while connections break again and again every mail is stored once', async () => {
  const line = await breakingLine();
  for (let number = 1; number <= 30; number += 1) await deliver(mailOf(number));
  await watch({ port: line.port });
  for (let broken = 1; broken <= 3; broken += 1) {
    await expect.poll(() => scene.registered.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(broken * 7);
    line.cut();
  }
  await waitFor('Mailroom/Done', 30);
  const documents = await storedDocuments(scene.database);
  expect(documents.map(({ arrivals }) => arrivals)).toEqual(Array.from({ length: 30 }, () => 1));
});

test('what cannot be registered stays in the mailbox, holds nothing up, and is taken later', async () => {
  const refuseOne = "alter table documents add constraint moody check (file_name <> 'Brief 1.eml')";
  await scene.database.query(refuseOne);
  await deliver(mailOf(1));
  await deliver(mailOf(2));
  await watch({ pollMs: 500 });
  await waitFor('Mailroom/Done', 1);
  expect(await box.count('INBOX')).toBe(1);
  await scene.database.query('alter table documents drop constraint moody');
  await waitFor('Mailroom/Done', 2);
  expect(await storedDocuments(scene.database)).toHaveLength(2);
});

test('a wrong password is said at the start', async () => {
  await expect(watch({ password: 'wrong' })).rejects.toMatchObject({ code: 'imap-login' });
});

/** A way to the server that can be cut. */
async function breakingLine(): Promise<{ port: number; cut(): void }> {
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    const onward = connect(box.server.port, box.server.host);
    for (const one of [socket, onward]) {
      open.add(one);
      one.on('error', () => undefined); // cut
      one.on('close', () => open.delete(one));
    }
    socket.pipe(onward).pipe(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stack.defer(() => {
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not a TCP port');
  return {
    port: address.port,
    cut() {
      for (const one of open) one.resetAndDestroy();
    },
  };
}
