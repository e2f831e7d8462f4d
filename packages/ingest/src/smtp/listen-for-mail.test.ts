import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { diskBlobs } from '@mailroom/blobs';
import { joinEmbeddedServer, migrate, openDatabase } from '@mailroom/database';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openIntake } from '../channels/intake.ts';
import {
  fullIntake,
  storedDocuments,
  type TestIntake,
  temporaryFolder,
  testIntake,
} from '../testing/test-intake.ts';
import { listenForMail, type MailListener, type MailListenerOptions } from './listen-for-mail.ts';

let stack: AsyncDisposableStack;
let scene: TestIntake;
beforeEach(async () => {
  stack = new AsyncDisposableStack();
  scene = stack.use(await testIntake());
});
afterEach(() => stack.disposeAsync());

async function listener(overrides: Partial<MailListenerOptions> = {}): Promise<MailListener> {
  const mail = await listenForMail({
    ...{ intake: scene.intake, priority: 10, host: '127.0.0.1', port: 0, name: 'mx.example.de' },
    ...{ recipients: ['service@example.de', '@kunden.example.de'], maxBytes: 200_000, perSenderAnHour: 100 },
    faxGateways: ['fax@gateway.example.de'],
    ...overrides,
  });
  stack.defer(() => mail.close());
  return mail;
}

const letter: SendMailOptions = {
  from: 'Erika Krüger <erika@example.com>',
  to: 'service@example.de',
  subject: 'Kündigung ../../etc',
  messageId: '<1@example.com>',
  date: new Date('2026-03-02T08:15:00Z'),
  text: 'hiermit kündige ich Vertrag 4711.',
};

async function send({ port }: MailListener, mail: SendMailOptions): Promise<{ response: string }> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  try {
    return await transport.sendMail(mail);
  } finally {
    transport.close();
  }
}

test('250 means that the mail lies in the store and waits for its first stage', async () => {
  const before = new Date();
  const { response } = await send(await listener(), letter);
  const [mail] = await storedDocuments(scene.database);
  expect(response).toBe(`250 2.0.0 Stored as document ${mail?.id}`);
  expect(scene.registered).toEqual([mail?.id]);
  expect(mail).toMatchObject({
    ...{ channel: 'email', sender: 'erika@example.com', fileName: 'Kündigung etc.eml', doubt: null },
    facts: {
      envelopeFrom: 'erika@example.com',
      recipients: ['service@example.de'],
      remoteAddress: '127.0.0.1',
      messageId: '<1@example.com>',
    },
  });
  expect(mail?.receivedAt.getTime()).toBeGreaterThanOrEqual(before.getTime());
  const original = await scene.blobs.get(mail?.sha256 ?? '');
  expect(original.toString()).toMatch(/^From: .*hiermit k=C3=BCndige/s);
});

test('one mail to several recipients, sent again, and by another way, is one document', async () => {
  const mail = await listener();
  const to = ['service@example.de', 'a@kunden.example.de', 'SERVICE+neu@example.de'];
  const copy = { ...letter, headers: { received: 'from b.example.org by c.example.org; Mon, 2 Mar 2026' } };
  await send(mail, { ...letter, envelope: { from: 'erika@example.com', to } });
  await send(mail, { ...letter, envelope: { from: 'erika@example.com', to } });
  await send(mail, copy);
  await send(mail, { ...letter, text: 'etwas anderes unter derselben Message-ID' });
  const documents = await storedDocuments(scene.database);
  expect(documents).toMatchObject([{ arrivals: 2, facts: { recipients: to } }, { arrivals: 1 }]);
  expect(scene.registered).toHaveLength(2);
});

test('recipients that are not ours are refused, the others of the mail get it', async () => {
  const mail = await listener();
  await expect(send(mail, { ...letter, to: 'x@example.org' })).rejects.toMatchObject({
    responseCode: 550,
    response: expect.stringContaining('5.1.1'),
  });
  await send(mail, { ...letter, to: ['x@example.org', 'service@example.de'] });
  expect(await storedDocuments(scene.database)).toMatchObject([
    { facts: { recipients: ['service@example.de'] } },
  ]);
});

test('a mail that is too large is refused for good, announced or not', async () => {
  const mail = await listener({ maxBytes: 5000 });
  const large = { ...letter, text: 'lang '.repeat(2000) };
  await expect(send(mail, large)).rejects.toMatchObject({ responseCode: 552 });
  const client = await dialogue(mail);
  await client.tell('MAIL FROM:<a@example.com>', 'RCPT TO:<service@example.de>', 'DATA');
  expect(await client.tell(`Subject: x\r\n\r\n${'lang\r\n'.repeat(2000)}\r\n.`)).toMatch(/^552 /);
  expect(await storedDocuments(scene.database)).toEqual([]);
  await send(mail, letter);
});

test.each([
  ['has passed 51 servers', { received: Array.from({ length: 51 }, (_, hop) => `from ${hop}`) }, '5.4.6'],
  ['was sent from here', { 'X-Mailroom-Sent-By': 'mx.example.de' }, '5.4.6'],
  ['answers by itself', { 'Auto-Submitted': 'auto-replied (vacation)' }, '5.7.1'],
])('a mail that %s is refused for good', async (_, headers, status) => {
  const refused = send(await listener(), { ...letter, headers });
  await expect(refused).rejects.toMatchObject({
    responseCode: 554,
    response: expect.stringContaining(status),
  });
  expect(await storedDocuments(scene.database)).toEqual([]);
});

test('what a program sends of its own accord, another mailroom has sent, or has passed 50 servers is taken in', async () => {
  const headers = { 'Auto-Submitted': 'auto-generated', 'X-Mailroom-Sent-By': 'other.example.de' };
  const received = Array.from({ length: 50 }, (_, hop) => `from ${hop}`);
  await send(await listener(), { ...letter, headers: { ...headers, received } });
  expect(await storedDocuments(scene.database)).toHaveLength(1);
});

test('a sender over its rate is put off, others are not', async () => {
  const mail = await listener({ perSenderAnHour: 2 });
  const numbered = (number: number) => ({ ...letter, messageId: `<${number}@example.com>` });
  await send(mail, numbered(1));
  await send(mail, numbered(2));
  await expect(send(mail, numbered(3))).rejects.toMatchObject({ responseCode: 450 });
  await send(mail, { ...numbered(3), from: 'otto@example.com' });
  expect(await storedDocuments(scene.database)).toHaveLength(3);
});

test('a bomb of parts within parts is refused for good', async () => {
  const client = await dialogue(await listener());
  await client.tell('MAIL FROM:<a@example.com>', 'RCPT TO:<service@example.de>', 'DATA');
  const parts = Array.from(
    { length: 201 },
    (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n`,
  );
  expect(await client.tell(`Subject: x\r\n${parts.join('')}\r\n.`)).toMatch(/^554 5\.6\.0/);
  expect(await storedDocuments(scene.database)).toEqual([]);
});

test('a client that goes away in the middle leaves nothing', async () => {
  const mail = await listener();
  const client = await dialogue(mail);
  await client.tell('MAIL FROM:<a@example.com>', 'RCPT TO:<service@example.de>', 'DATA');
  client.socket.write('Subject: halb\r\n\r\nhiermit');
  client.socket.resetAndDestroy();
  await send(mail, letter);
  await mail.close();
  expect(await storedDocuments(scene.database)).toMatchObject([{ sender: 'erika@example.com' }]);
});

test('while the database is down the sender keeps the mail; afterwards it is stored once', async () => {
  const home = await temporaryFolder(stack);
  let server = await joinEmbeddedServer(home);
  stack.defer(() => server.leave());
  const database = openDatabase(server.address);
  stack.defer(() => database.close());
  await migrate(database);
  const intake = openIntake(database, diskBlobs(join(home, 'blobs')), async () => undefined);
  const mail = await listener({ intake });
  await send(mail, letter);

  const { rows } = await database.query<{ pid: number }>(
    "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid",
  );
  process.kill(rows[0]?.pid ?? 0, 'SIGKILL');
  const next = { ...letter, messageId: '<2@example.com>' };
  await expect(send(mail, next)).rejects.toMatchObject({ responseCode: 451, response: /4\.3\.0/ });

  server = await joinEmbeddedServer(home);
  await send(mail, next);
  await send(mail, next);
  expect(await storedDocuments(database)).toMatchObject([{ arrivals: 1 }, { arrivals: 1 }]);
});

test('a mailroom with a full queue tells the sender to keep the mail and come again', async () => {
  const mail = await listener({ intake: fullIntake(scene) });
  await expect(send(mail, letter)).rejects.toMatchObject({
    responseCode: 451,
    response: expect.stringMatching(/4\.3\.0.* so none is taken in/),
  });
  expect(await storedDocuments(scene.database)).toEqual([]);
});

test('without a recipient it does not start', async () => {
  await expect(listener({ recipients: [] })).rejects.toMatchObject({ code: 'smtp-recipients' });
});

interface Dialogue {
  readonly socket: Socket;
  /** Sends the lines one by one; returns the answer to the last. */
  tell(...lines: readonly string[]): Promise<string>;
}

/** A client that says what it likes. */
async function dialogue({ port }: MailListener): Promise<Dialogue> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  stack.defer(() => {
    socket.destroy();
  });
  const answers = socket[Symbol.asyncIterator]();
  const answer = async () => String((await answers.next()).value);
  await answer();
  const tell = async (...lines: readonly string[]) => {
    let last = '';
    for (const line of lines) {
      socket.write(`${line}\r\n`);
      last = await answer();
    }
    return last;
  };
  await tell('HELO client.example.com');
  return { socket, tell };
}
