import { expect, test } from 'vitest';
import { doubtFaxPages } from './doubt-fax-pages.ts';
import { readFaxHeader } from './read-fax-header.ts';
import { withoutCover } from './without-cover.ts';

test.each([
  ['14.09.26  07:41   VON: PRAXIS DR SEIDL   AN: 0421 5550100   S. 01/03', { page: 1, pageCount: 3 }],
  ['03-NOV-2026 06:12   KOWALKE DACH PRENZLAU   P.1', { sentAt: new Date('2026-11-03T05:12:00Z'), page: 1 }],
  ['17/02/26  15:08  VON +4947215550265  P.1', { senderNumber: '+4947215550265' }],
  ['HEBAMMENPRAXIS ILLERBLICK    20/08/2026  18:55    02/02', { page: 2, pageCount: 2 }],
  ['Raststätte Hegau-Ost  Fax-Service    26.08.26  21:14   Seite 1 von 2', { page: 1, pageCount: 2 }],
  ['Hof Thomsen  Fax 04841 5550169        08.10.2026  22:03', { senderNumber: '048415550169' }],
  [
    '2026-09-17  08:04  VON +4966215550815  S. 1/1',
    { sentAt: new Date('2026-09-17T06:04:00Z'), pageCount: 1 },
  ],
  ['07.08.2026  14:24  VON +4945035550505  1/1', { senderNumber: '+4945035550505', page: 1 }],
  ['02/10/26\n12:50  ANONYM\nS. 1/1', { page: 1, pageCount: 1 }],
])('the header line "%s" is read', (line, header) => {
  expect(readFaxHeader(`\n${line}\nSehr geehrte Damen und Herren`)).toMatchObject(header);
});

test.each([
  'Bremen, den 14.09.2026',
  'Ihr Schreiben vom 3.4.2026, Seite 2',
  'Ihr Anruf um 14:30 Uhr, Seite 1/2',
])('the line of a letter "%s" is no header', (line) => {
  expect(readFaxHeader(line)).toBeUndefined();
});

const page = (number: number, count: number) => `02.03.2026  09:15  PRAXIS  S. ${number}/${count}\nText`;

test('a page that did not arrive is named, once the header lines agree', () => {
  expect(doubtFaxPages([page(1, 3), page(3, 3)])).toMatch(/^Seite 2 von 3 ist nicht angekommen\./);
  expect(doubtFaxPages([page(1, 3)])).toMatch(/^Die Seiten 2, 3 von 3 sind nicht angekommen\./);
  expect(doubtFaxPages([page(1, 2), page(2, 2)])).toBeUndefined();
  expect(doubtFaxPages([page(1, 2), page(2, 7)])).toBeUndefined();
  expect(doubtFaxPages([page(1, 3), 'unlesbar', page(3, 3)])).toBeUndefined();
});

const cover = `Telefax
An: Nordwelle Mobil GmbH
Fax: 0421 5550100
Von: Erika Krüger
Datum: 02.03.2026
Seitenzahl (inkl. Deckblatt): 2
Betreff: Kündigung
[x] dringend  [ ] zur Kenntnis
Bitte bestätigen Sie den Eingang.
Sollten Sie dieses Fax irrtümlich erhalten haben, vernichten Sie es.`;

test('of a cover page only the subject and the message are the sender’s words', () => {
  expect(withoutCover(`${cover}\fhiermit kündige ich.`)).toBe(
    'Betreff: Kündigung\nBitte bestätigen Sie den Eingang.\fhiermit kündige ich.',
  );
});

test('a form that is the whole fax, and a letter that names a fax number, stay as they are', () => {
  const letter = 'Erika Krüger\nTel: 0421 5550188\nFax: 0421 5550189\n\nhiermit kündige ich.\fSeite 2';
  expect(withoutCover(cover)).toBe(cover);
  expect(withoutCover(letter)).toBe(letter);
});
