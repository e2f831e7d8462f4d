import { describe, expect, test } from 'vitest';
import { customersInMemory } from '../customers-in-memory.ts';
import { customer } from '../testing/customer.ts';
import { matchAccount } from './match-account.ts';

const emden = { postalCode: '26721', city: 'Emden' };
const lookup = customersInMemory([
  customer({
    customerNumber: '60111111',
    firstName: 'Erika',
    lastName: 'Muster',
    street: 'Deichweg 3',
    ...emden,
    phones: ['+4915155501122'],
  }),
  customer({
    customerNumber: '60222222',
    firstName: 'Jens',
    lastName: 'Holm',
    street: 'Kirchgang 9',
    ...emden,
    contracts: ['AB-2024-77'],
  }),
  customer({
    customerNumber: '60333333',
    firstName: 'Karl',
    lastName: 'Brünner',
    street: 'Hafenstraße 12',
    ...emden,
    formerNumbers: ['550'],
  }),
  customer({
    customerNumber: '60333334',
    firstName: 'Kurt',
    lastName: 'Brünner',
    street: 'Hafenstraße 12',
    ...emden,
  }),
  customer({
    customerNumber: '60444444',
    company: 'Gasthof Zur Linde',
    street: 'Markt 1',
    postalCode: '26603',
    city: 'Aurich',
    email: 'info@linde.example',
  }),
  customer({
    customerNumber: '60555555',
    firstName: 'Ute',
    lastName: 'Großmann',
    street: 'Am Wall 7',
    postalCode: '26603',
    city: 'Aurich',
    ibans: ['DE02120300000000202051'],
  }),
]);

const match = (text: string) =>
  matchAccount({ channel: 'letter', text, receivedAt: new Date('2026-06-01') }, lookup);
const sure = async (text: string) => {
  const { account, doubt } = await match(text);
  return doubt ?? account?.customerNumber;
};

describe('what identifies a customer', () => {
  test.each([
    ['the customer number', 'Kundennummer 60 111 111\n\nErika Muster', '60111111'],
    ['the number alone', 'zu 60111111: bitte kündigen', '60111111'],
    ['the number as OCR reads it', 'Kd.-Nr. 6O11l111\nE. Muster', '60111111'],
    ['a contract', 'Vertrag AB 2024/77, Gruß\nJens Holm', '60222222'],
    ['a former number', 'Kundennummer 550\nKarl Brünner', '60333333'],
    ['a phone number', 'es geht um die 0151-55501122', '60111111'],
    ['an IBAN', 'mein Konto DE02 1203 0000 0000 2020 51\nUte Großmann', '60555555'],
    [
      'the address of the sender of a mail',
      'Von: Büro <info@linde.example>\nBetreff: Hallo\n\nGruß\nPetra Wirt',
      '60444444',
    ],
    ['name and address', 'Jens Holm\nKirchgang 9\n26721 Emden\n\nGuten Tag', '60222222'],
    ['a company and its town', 'Gasthof zur Linde, Aurich\n\nGuten Tag', '60444444'],
    ['name and address as OCR reads them', 'Ute GroBmann\nAm Wa11 7\n26603 Aurich\n', '60555555'],
    ['a number one digit off, with the name', 'Kundennr. 60222322\nJens Holm, Emden', '60222222'],
    [
      'a number with two digits swapped, with the name',
      'Kundennr. 60551555\nUte Großmann, Aurich',
      '60555555',
    ],
    ['the first name within a family', 'Kurt Brünner\nHafenstr. 12, 26721 Emden', '60333334'],
    ['the initial within a family', 'Hafenstr. 12, 26721 Emden\n\nUte Brunner', 'doubt'],
    [
      'the person written about, not the lawyer',
      'Rechtsanwalt Jens Holm\nKirchgang 9, 26721 Emden\n\nMeine Mandantin Erika Muster, Kundennummer 60111111, kündigt.',
      '60111111',
    ],
  ])('%s', async (_, text, expected) => {
    const { account, doubt } = await match(text);
    expect(doubt === undefined ? account?.customerNumber : 'doubt').toBe(expected);
  });
});

describe('what a person must decide', () => {
  test('a number of somebody else than who signed', async () => {
    expect(await sure('Kundennummer 60111111\n\nMit freundlichen Grüßen\nPaul Fremd')).toBe(
      'Die Kundennummer 60111111 gehört Erika Muster, unterschrieben hat Paul Fremd; bitte prüfen, um wessen Konto es geht.',
    );
  });

  test('a number of one customer under name and address of another', async () => {
    expect(await sure('Jens Holm, Kirchgang 9, 26721 Emden\nKundennummer 60111111')).toBe(
      'Die Kundennummer 60111111 gehört Erika Muster, Name und Anschrift sind aber von Jens Holm (60222222); bitte das richtige Konto wählen.',
    );
  });

  test('two accounts in one letter', async () => {
    expect(await sure('Bitte beide kündigen: 60111111 (Erika Muster) und 60222222 (Jens Holm)')).toContain(
      'kommen zwei Konten vor: Erika Muster (60111111) und Jens Holm (60222222)',
    );
  });

  test('but not when the letter says that nothing happens to the other one', async () => {
    const text = 'Mein Vertrag 60222222 soll enden. Der mit der 60111111 bleibt, wie er ist.\n\nJens Holm';
    expect(await sure(text)).toBe('60222222');
  });

  test('namesakes in one house whom only the first name tells apart', async () => {
    expect(await sure('Familie Brünner\nHafenstraße 12\n26721 Emden')).toContain('mehrere Konten in Frage');
  });

  test('somebody of the family who is no customer', async () => {
    const { account, doubt } = await match('Jette Muster\nDeichweg 3\n26721 Emden');
    expect(account?.customerNumber).toBe('60111111');
    expect(doubt).toContain('Am ehesten ist es Erika Muster (60111111)');
  });

  test('a number one digit off without the name is nobody', async () => {
    const { account, doubt } = await match('Kundennummer 60222322, bitte kündigen');
    expect(account).toBeNull();
    expect(doubt).toBe(
      'Die Nummer 60222322 gehört zu keinem Konto, und Name und Anschrift passen zu keinem; bitte das Konto suchen.',
    );
  });

  test('advertising has no account', async () => {
    const { account, candidates, doubt } = await match(
      'Büromöbel zum Sonderpreis!\nMöbelhaus Nord, 26721 Emden',
    );
    expect(account).toBeNull();
    expect(candidates).toEqual([]);
    expect(doubt).toContain('keine bekannte Kunden-, Vertrags- oder Rufnummer');
  });
});

test('the best three candidates come with what speaks for them', async () => {
  const { candidates } = await match('Karl Brünner, Hafenstr. 12, 26721 Emden, Kundennummer 60333333');
  expect(candidates.map((one) => one.customerNumber)).toEqual(['60333333', '60333334']);
  expect(candidates[0]).toMatchObject({
    name: 'Karl Brünner',
    evidence: ['Kundennummer 60333333', 'Vor- und Nachname', 'Anschrift'],
  });
  expect(candidates[0]?.confidence).toBeGreaterThan(0.99);
});
