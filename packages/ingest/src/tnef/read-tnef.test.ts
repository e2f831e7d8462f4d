import { expect, test } from 'vitest';
import { open } from '../fixtures/pages-of.ts';
import { jpegPage } from '../fixtures/pictures.ts';
import { tnefOf } from '../fixtures/tnef-of.ts';
import { mapiTag } from './read-mapi-properties.ts';
import { readTnef } from './read-tnef.ts';

const plain = { [mapiTag.body]: 'hiermit kündige ich.', [mapiTag.subject]: 'Kündigung' };

/** "hello world" and more, packed by the example of [MS-OXRTFCP] 4.1.1. */
const packedExample = Buffer.from(
  '2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232 0af32068656c090020627705b06c647d0a800fa0'.replace(
    / /g,
    '',
  ),
  'hex',
);

test('text, subject and attachments of a winmail.dat are found', () => {
  const long = { [mapiTag.longFileName]: 'Kündigung unterschrieben.pdf' };
  const bytes = tnefOf({
    properties: plain,
    attachments: [{ title: 'KNDIGU~1.PDF', data: Buffer.from('%PDF-'), properties: long }],
  });
  expect(readTnef(bytes)).toEqual({
    subject: 'Kündigung',
    text: 'hiermit kündige ich.',
    attachments: [{ name: 'Kündigung unterschrieben.pdf', content: Buffer.from('%PDF-') }],
  });
});

test('a message that Outlook wrote in HTML, or in packed RTF, is read as text', () => {
  const html = { [mapiTag.html]: Buffer.from('<p>hiermit <b>kündige</b> ich</p>') };
  expect(readTnef(tnefOf({ properties: html })).text).toBe('hiermit kündige ich');
  const rtf = { [mapiTag.compressedRtf]: packedExample };
  expect(readTnef(tnefOf({ properties: rtf })).text).toBe('hello world');
});

const mailWith = (winmail: Buffer, text = '') =>
  `From: a@example.com\r\nSubject: Brief\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=cut\r\n\r\n` +
  `--cut\r\nContent-Type: text/plain\r\n\r\n${text}\r\n--cut\r\nContent-Type: application/ms-tnef\r\n` +
  `Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=winmail.dat\r\n\r\n` +
  `${winmail.toString('base64')}\r\n--cut--\r\n`;

test('a mail with a winmail.dat shows its text and attachments as if they were its own, nested ones too', async () => {
  const inner = tnefOf({ properties: { [mapiTag.body]: 'der innere Brief' } });
  const object = { [mapiTag.attachedData]: Buffer.concat([Buffer.alloc(16), inner]) };
  const bytes = tnefOf({
    properties: plain,
    attachments: [
      { title: 'brief.jpg', data: await jpegPage(620, 877) },
      { title: 'logo.jpg', data: await jpegPage(200, 90) },
      { title: 'Weiterleitung', properties: object },
    ],
  });
  const { document, pages } = await open(mailWith(bytes));
  expect(document.notes).toEqual([]);
  expect(pages).toMatchObject([
    { number: 1, text: expect.stringContaining('hiermit kündige ich.') },
    { number: 2, kind: 'image', widthPx: 620 },
    { number: 3, text: 'der innere Brief' },
  ]);
  const own = await open(mailWith(bytes, 'Der Text steht in der Mail.'));
  expect(own.pages[0]).toHaveProperty('text', expect.not.stringContaining('hiermit'));
});

test('wherever it breaks off, the reason is said and the mail stays', async () => {
  const whole = tnefOf({ properties: plain, attachments: [{ title: 'a', data: Buffer.alloc(50, 'a') }] });
  for (let length = 6; length < whole.length; length += 1) {
    const { document } = await open(mailWith(whole.subarray(0, length), 'Anbei der Brief.'));
    const [note = ''] = document.notes;
    if (note) expect(note).toMatch(/„winmail.dat“ wurde nicht gelesen: Der Outlook-Anhang .* ist beschädigt/);
  }
  await expect(open(whole.subarray(0, 40))).rejects.toMatchObject({ code: 'damaged' });
});
