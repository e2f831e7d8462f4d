import { announcedPages } from '@mailroom/database';
import { PDFDocument } from 'pdf-lib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { g4Data } from '../fixtures/pictures.ts';
import { tiffOfPages } from '../fixtures/tiff-of-pages.ts';
import { readMailHead } from '../mail/read-mail-head.ts';
import { takeMail } from '../mail/take-mail.ts';
import { storedDocuments, type TestIntake, testIntake } from '../testing/test-intake.ts';
import { readGatewayText } from './read-gateway-text.ts';

let stack: AsyncDisposableStack;
let scene: TestIntake;
beforeEach(async () => {
  stack = new AsyncDisposableStack();
  scene = stack.use(await testIntake());
});
afterEach(() => stack.disposeAsync());

const receivedAt = new Date('2026-03-02T09:00:00Z');

interface Mail {
  readonly from: string;
  readonly subject: string;
  readonly text?: string;
  readonly attached?: readonly (readonly [name: string, content: Buffer])[];
}

async function take({ from, subject, text = '', attached = [] }: Mail) {
  const parts = attached.map(
    ([name, content]) =>
      `--cut\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n` +
      `Content-Disposition: attachment; filename="${name}"\r\n\r\n${content.toString('base64')}\r\n`,
  );
  const bytes = Buffer.from(
    `From: ${from}\r\nSubject: ${subject}\r\nMessage-ID: <${subject.length}@example.org>\r\n` +
      `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=cut\r\n\r\n` +
      `--cut\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n${parts.join('')}--cut--\r\n`,
  );
  const mail = { bytes, head: await readMailHead(bytes), receivedAt, facts: {} };
  await takeMail(mail, { intake: scene.intake, priority: 10, faxGateways: ['fax@buero.example.de'] });
  return storedDocuments(scene.database);
}

async function tiff(announced: number): Promise<Buffer> {
  const [width, height] = [1728, 1000];
  const page = {
    width,
    height,
    data: await g4Data(width, height),
    compression: 4,
    xDpi: 204,
    yDpi: 98,
  } as const;
  return tiffOfPages([0, 1].map((index) => ({ ...page, pairs: { 297: [index, announced] } })));
}

async function pdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage();
  return Buffer.from(await document.save());
}

test('a fax that a gateway sends is a fax, with its sender, time and pages; the mail is kept beside', async () => {
  const text = 'Absender: +49 (30) 555 0123\nEmpfangen am 02.03.2026, 09:41:07 Uhr\nSeiten: 3';
  const attached = [['fax.tif', await tiff(0)] as const, ['fax.pdf', await pdf()] as const];
  const [fax, ...others] = await take({
    from: 'fax@buero.example.de',
    subject: 'Neue Nachricht',
    text,
    attached,
  });
  expect(others).toEqual([]);
  expect(fax).toMatchObject({
    ...{ channel: 'fax', fileName: 'fax.tif', sender: '+49305550123' },
    receivedAt: new Date('2026-03-02T08:41:07Z'),
    facts: { callerNumber: '+49305550123', announcedPages: 3, mail: expect.stringMatching(/^[0-9a-f]{64}$/) },
    doubt: 'Seite 3 von 3 ist nicht angekommen. Bitte beim Absender neu anfordern.',
  });
  expect(await announcedPages(scene.database, fax?.id ?? 0)).toBe(3);
  expect((await scene.blobs.get(String(fax?.facts['mail']))).toString()).toContain('Neue Nachricht');
});

test('a known service counts when it speaks of a fax; its invoice, and anybody else’s PDF, is a mail', async () => {
  const attached = [['anlage.pdf', await pdf()] as const];
  await take({ from: 'no-reply@sipgate.de', subject: 'Neues Fax von 0421 5550188', attached });
  await take({ from: 'no-reply@sipgate.de', subject: 'Ihre Rechnung', attached });
  await take({ from: '"FRITZ!Box" <buero@example.de>', subject: 'Faxempfang von 04215550188', attached });
  const documents = await take({ from: 'erika@example.com', subject: 'Fax von 0421 5550188', attached });
  expect(documents.map(({ channel, sender }) => `${channel} ${sender}`)).toEqual([
    'fax 04215550188', // the FRITZ!Box has sent the same bytes
    'email no-reply@sipgate.de',
    'email erika@example.com',
  ]);
});

test('a gateway’s mail without a fax is a mail', async () => {
  expect(await take({ from: 'fax@buero.example.de', subject: 'Fax nicht empfangen' })).toMatchObject([
    { channel: 'email' },
  ]);
});

test.each([
  ['Fax von 0301234567 an 04215550100', { callerNumber: '0301234567', calledNumber: '04215550100' }],
  ['You have received a 4 page fax from +49 30 1234567', { callerNumber: '+49301234567', announcedPages: 4 }],
  ['Absendernummer: 030/123 45 67\nEmpfängernummer: 0421-5550100\nSeitenanzahl: 2', { announcedPages: 2 }],
  ['Eingang 02.03.26 um 09:12', { sentAt: new Date('2026-03-02T08:12:00Z') }],
  ['Eingang 02.03.2019 09:12', {}],
  ['Neue Nachricht von Erika an Otto', {}],
])('"%s" is read', (text, facts) => {
  expect(readGatewayText(text, receivedAt)).toMatchObject(facts);
});
