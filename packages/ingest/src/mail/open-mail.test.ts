import sharp from 'sharp';
import { expect, test } from 'vitest';
import { asImage, open } from '../fixtures/pages-of.ts';
import { jpegPage } from '../fixtures/pictures.ts';

const head = [
  'From: Erika Krüger <erika@example.com>',
  'To: service@example.org',
  'Subject: =?utf-8?q?K=C3=BCndigung?=',
  'Date: Mon, 2 Mar 2026 09:15:00 +0100',
  'MIME-Version: 1.0',
];

interface Part {
  readonly type: string;
  readonly content: Buffer | string;
  readonly headers?: readonly string[];
}

const attached = (name: string) => [`Content-Disposition: attachment; filename="${name}"`];

function mailOf(parts: readonly Part[], headers: readonly string[] = head): string {
  const body = parts.flatMap(({ type, content, headers: more = [] }) => [
    '--cut',
    `Content-Type: ${type}`,
    'Content-Transfer-Encoding: base64',
    ...more,
    '',
    Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n'),
  ]);
  return [...headers, 'Content-Type: multipart/mixed; boundary=cut', '', ...body, '--cut--', ''].join('\r\n');
}

const text: Part = { type: 'text/plain; charset=utf-8', content: 'hiermit kündige ich Vertrag 4711.' };

test('a mail is a page of text with who, what and when, and tells its facts', async () => {
  const { document, pages } = await open(mailOf([text]));
  expect(document).toMatchObject({
    mediaType: 'message/rfc822',
    pageCount: 1,
    notes: [],
    mail: { from: 'erika@example.com', subject: 'Kündigung', sentAt: new Date('2026-03-02T08:15:00Z') },
  });
  expect(pages).toMatchObject([{ kind: 'text', number: 1 }]);
  expect(pages[0]).toHaveProperty(
    'text',
    [
      'Von: "Erika Krüger" <erika@example.com>',
      'Betreff: Kündigung',
      'Datum: 02.03.2026, 09:15',
      '',
      'hiermit kündige ich Vertrag 4711.',
    ].join('\n'),
  );
});

test('a mail of HTML alone is read as text', async () => {
  const html = '<p>Hiermit <b>kündige</b> ich.</p><script>alert(1)</script>';
  const { pages } = await open(mailOf([{ type: 'text/html; charset=utf-8', content: html }]));
  expect(pages[0]).toHaveProperty('text', expect.stringContaining('\nHiermit kündige ich.'));
  expect(pages[0]).toHaveProperty('text', expect.not.stringContaining('alert'));
});

test('where the text only points to the HTML, the HTML is read, cell by cell', async () => {
  const html = '<table><tr><td>Kundennummer</td><td>6029481735</td></tr></table><h2>Kündigung</h2>'.padEnd(
    300,
  );
  const hint = { type: 'text/plain', content: 'Bitte HTML ansehen.' };
  const cells =
    '<p>Bitte kündigen Sie meinen Vertrag zum nächstmöglichen Zeitpunkt und bestätigen Sie es.</p>';
  const { pages } = await open(mailOf([hint, { type: 'text/html; charset=utf-8', content: html + cells }]));
  expect(pages[0]).toHaveProperty('text', expect.stringContaining('Kundennummer 6029481735'));
  expect(pages[0]).toHaveProperty('text', expect.stringContaining('\nKündigung\n'));
});

test('attachments follow the text as further pages, told by their content', async () => {
  const jpeg = await jpegPage(620, 877);
  const letter = { type: 'application/octet-stream', content: jpeg, headers: attached('brief.exe') };
  const note = { type: 'text/plain', content: 'Eine Notiz als Datei.', headers: attached('notiz.txt') };
  const { document, pages } = await open(mailOf([text, letter, note]));
  expect(document.pageCount).toBe(3);
  expect(pages).toMatchObject([
    { number: 1, kind: 'text' },
    { number: 2, kind: 'image', widthPx: 620 },
    { number: 3, kind: 'text', text: 'Eine Notiz als Datei.' },
  ]);
  expect(asImage(pages[1]).image).toEqual(jpeg);
});

test('what cannot be read is named with its reason, the rest stays', async () => {
  const program = { type: 'application/pdf', content: 'MZ\x90\0\x03', headers: attached('rechnung.pdf') };
  const { document, pages } = await open(mailOf([text, program]));
  expect(pages).toHaveLength(1);
  expect(document.notes).toEqual([
    'Anlage „rechnung.pdf“ wurde nicht gelesen: Die Datei scheint ein Windows-Programm zu sein ' +
      'und kann nicht als Schriftstück gelesen werden. Bitte als PDF oder TIFF neu einreichen.',
  ]);
});

test('an attachment whose pixels turn out to be damaged only when read is named as well', async () => {
  const png = await sharp(await jpegPage(300, 420))
    .png()
    .toBuffer();
  const cut = { type: 'image/png', content: png.subarray(0, 60), headers: attached('foto.png') };
  const { document, pages } = await open(mailOf([text, cut]));
  expect(pages).toHaveLength(1);
  expect(document.notes).toEqual([expect.stringMatching(/„foto.png“ wurde nicht gelesen/)]);
});

test('logos within the text are left out', async () => {
  const logo = {
    type: 'image/jpeg',
    content: await jpegPage(300, 90),
    headers: ['Content-Disposition: inline; filename="logo.jpg"', 'Content-ID: <logo>'],
  };
  const { document, pages } = await open(mailOf([text, logo]));
  expect(pages).toHaveLength(1);
  expect(document.notes).toEqual([]);
});

test('a mail in a mail is opened, but not without end', async () => {
  let mail = mailOf([text]);
  for (let depth = 0; depth < 6; depth += 1) {
    mail = mailOf([text, { type: 'message/rfc822', content: mail, headers: attached(`tiefe-${depth}.eml`) }]);
  }
  const { document, pages } = await open(mail);
  expect(pages.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  expect(document.notes).toEqual([expect.stringMatching(/tiefe-2\.eml.*zu tief verschachtelt/)]);
});

test('more attachments than allowed are named, not opened', async () => {
  const note = { type: 'text/plain', content: 'Eine Notiz.', headers: attached('n.txt') };
  const { document, pages } = await open(mailOf([text, note, note, note]), { maxAttachments: 2 });
  expect(pages).toHaveLength(3);
  expect(document.notes).toEqual([expect.stringMatching(/zu viele Anlagen/)]);
});

test('a date that nobody can read is not replaced by today', async () => {
  const headers = head.map((line) => (line.startsWith('Date:') ? 'Date: irgendwann' : line));
  const { document, pages } = await open(mailOf([text], headers));
  expect(document.mail).not.toHaveProperty('sentAt');
  expect(pages[0]).toHaveProperty('text', expect.not.stringContaining('Datum:'));
});

test('a mail without words and attachments goes to a person', async () => {
  await expect(open('From: a@example.com\r\nMIME-Version: 1.0\r\n\r\n')).rejects.toMatchObject({
    code: 'empty-mail',
    state: 'review',
  });
});
