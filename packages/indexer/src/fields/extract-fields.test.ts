import { describe, expect, test } from 'vitest';
import { readFields as read } from '../testing/read-fields.ts';

describe('newIban', () => {
  const one = 'DE02 1203 0000 0000 2020 51';
  const two = 'DE02 5001 0517 0137 0750 30';

  test('the new account, not the one it replaces', () => {
    const text = `Bisher: ${one}\nAb sofort bitte von ${two} abbuchen.`;
    expect(read(text, ['bank-details']).newIban).toEqual({ value: 'DE02500105170137075030', words: two });
    const reversed = `Künftig ${two}, nicht mehr das alte Konto ${one}.`;
    expect(read(reversed, ['bank-details']).newIban?.value).toBe('DE02500105170137075030');
  });

  test('wrong check digits give nothing, a misread letter is repaired', () => {
    expect(read('Neues Konto DE03 1203 0000 0000 2020 51', ['bank-details']).newIban).toBeUndefined();
    expect(read('Neues Konto DE02 12O3 0000 0000 2020 5l', ['bank-details']).newIban?.value).toBe(
      'DE02120300000000202051',
    );
  });

  test('an account that is called new is one, whatever else is asked', () => {
    const text = `Die Rechnung stimmt nicht. Meine neue Bankverbindung: ${one}`;
    expect(read(text, ['invoice-dispute']).newIban?.value).toBe('DE02120300000000202051');
    expect(read(text, ['other']).newIban).toBeUndefined();
  });

  test('an IBAN in a complaint is not a new one', () => {
    expect(read(`Überweisen Sie auf ${one}`, ['complaint']).newIban).toBeUndefined();
  });
});

describe('the other fields', () => {
  test('the phone number the letter is about, not a fax number', () => {
    const text =
      '01.10.2026 10:20  HOLM  0491 555011  S. 1/1\nFax 0491 555012\nEs geht um die 0151 55501122.';
    expect(read(text, ['fault-report']).phone).toEqual({ value: '+4915155501122', words: '0151 55501122' });
  });

  test('the end of a header, a file number or a bill is no phone number', () => {
    const text = 'Gz. 0442-26-4\n\nRechnung 0526-280071 ist falsch. Rückruf ab 08:40 Uhr an die 0491 555012.';
    expect(read(text, ['invoice-dispute']).phone?.value).toBe('+49491555012');
    expect(read(text, ['invoice-dispute']).invoiceNumber?.value).toBe('0526-280071');
  });

  test('a long number of a bill is given whole', () => {
    const { invoiceNumber } = read('Wir widersprechen der Rechnung 2026110038821.', ['invoice-dispute']);
    expect(invoiceNumber?.value).toBe('2026110038821');
  });

  test('a contract number with a branch behind it is given whole', () => {
    expect(read('Vertrag AB-2024-1111-2 läuft', ['cancellation']).contractNumber?.value).toBe(
      'AB-2024-1111-2',
    );
  });

  test.each(['Ich kündige.\n\n20261027 005009', 'Schluss mit meinem Vertrag 0162 5550 7750!'])(
    'what a scanner prints, or a phone number, is no contract: "%s"',
    (text) => {
      const dayLike = [{ kind: 'contract', shape: '99999999', prefix: '', count: 900 } as const];
      expect(read(text, ['cancellation'], undefined, dayLike).contractNumber).toBeUndefined();
    },
  );

  test('what the margin broke in two is found whole', () => {
    const text = `ich teile Ihnen rechtzeitig mit, dass mit meinem Vertrag zum 15.
Januar 2027 Schluss sein soll. Bei Rückfragen erreichen Sie mich: 0341
30019. Die letzte Rechnung schicken Sie mir bitte nach Aurich, Am Hohen
Ufer 30, 26603 Aurich. Es geht um meinen alten Mobilfunkvertrag AB-2024-
1111, denn ich ziehe um.`;
    const found = read(text, ['cancellation', 'address-change']);
    expect(found.effectiveDate?.value).toBe('2027-01-15');
    expect(found.phone?.value).toBe('+4934130019');
    expect(found.newAddress?.value).toBe('Am Hohen Ufer 30, 26603 Aurich');
  });

  test('"Vertrag mit der Nummer" announces a contract, and not a phone', () => {
    const contractIn = (text: string) => read(text, ['complaint']).contractNumber?.value;
    expect(contractIn('Einen Vertrag mit der Nummer 33-0918 kenne ich nicht.')).toBe('33-0918');
    expect(contractIn('Der Vertrag mit der Nummer 0176 30557423 endet.')).toBeUndefined();
  });

  test('the contract meant, not the one that stays', () => {
    const text = 'Der AB-2024-1111 bleibt. Ich kündige den AB-2024-2222.';
    expect(read(text, ['cancellation']).contractNumber?.value).toBe('AB-2024-2222');
  });

  test.each([
    ['gegen die Rechnung R-2026-0412290 vom 2. Mai', 'R-2026-0412290'],
    ['Rechnungsnummer: 2026/77123904', '2026/77123904'],
    ['Re.-Nr. 900441277', '900441277'],
    ['Rechn.-Nr. 26-0188-4093', '26-0188-4093'],
    ['Betreff: OR-3316-2026 stimmt nicht', 'OR-3316-2026'],
    ['Betreff: RG-26-771043', 'RG-26-771043'],
    ['Ihre Rechnung 8 822 190', '8822190'],
    ['in meiner Rechnung GR 2604 7719 steht', 'GR26047719'],
    ['Rechnung 2026-09 ist falsch', undefined],
    ['Az. 7 XVII 118/24', undefined],
    ['Meine Kundennummer steht auf der Rechnung: 622015916', undefined],
    ['die Rechnung vom 02.05.2026', undefined],
  ])('the invoice in "%s"', (text, number) => {
    expect(read(text, ['invoice-dispute']).invoiceNumber?.value).toBe(number);
  });

  test('a registered letter has a check digit, or is called one', () => {
    expect(read('Nr. RR 123 456 785 DE', ['other']).registeredMail?.value).toBe('RR123456785DE');
    expect(read('Nr. RR123456786DE', ['other']).registeredMail).toBeUndefined();
    expect(read('Einschreiben RR123456786DE', ['other']).registeredMail?.value).toBe('RR123456786DE');
  });

  test('a number that is also a phone number or called a customer number is no contract', () => {
    const elevenDigits = [{ kind: 'contract', shape: '9'.repeat(11), prefix: '', count: 9 }] as const;
    const contractIn = (text: string) =>
      read(text, [], '2026-03-01T08:00:00Z', elevenDigits).contractNumber?.value;
    expect(contractIn('Rufen Sie an: 0341 555 0900')).toBeUndefined();
    expect(contractIn('Kundennummer 70018830561')).toBeUndefined();
    expect(contractIn('Es geht um 70018830561')).toBe('70018830561');
    expect(contractIn('Vertrag 03415550900')).toBe('03415550900');
  });

  test.each([
    ['a house and its postal code', 'Elektro Holm · Am Wall 14 · 59425 Unna\nVertrag 2222222'],
    ['a postal code with its city', 'Anna Holm, in 99510 Apolda, Vertrag 2222222'],
    ['a part of a phone number', 'Mein Handy 0157 555 02266, Vertrag 2222222'],
    ['what a fax machine prints', '13/10/26 09:44 HOLM\nVertrag 2222222'],
    ['a bill in groups', 'Rechnung 8 822 190\nVertrag 2222222'],
    ['a part of a registered letter', 'Einschreiben RT 77 120 445 8 DE\nVertrag 2222222'],
    ['a word and a year', 'Er bleibt bis 2028.\nVertrag 2222222'],
    ['a file number', 'Aktenzeichen 604-8812\nVertrag 2222222'],
  ])('%s is no contract', (_, text) => {
    const shapes = ['9999999', 'B99999', '99999'].map((shape) => ({
      ...{ kind: 'contract' as const, shape, prefix: shape.replace(/9/g, ''), count: 9 },
    }));
    expect(read(text, [], '2026-10-14T08:00:00Z', shapes).contractNumber?.value).toBe('2222222');
  });

  test('a number of which another is the beginning is given whole', () => {
    const shapes = ['DO99999', 'DO99999B9'].map((shape) => ({
      ...{ kind: 'contract' as const, shape, prefix: 'DO', count: 9 },
    }));
    const text = 'Vertrag DO-44137-B-2';
    expect(read(text, [], '2026-10-14T08:00:00Z', shapes).contractNumber?.value).toBe('DO-44137-B-2');
  });

  test.each([
    ['Finanzamt, StNr. 056/255/0000', undefined],
    ['Sendungsnr. 00340 5550 1177', undefined],
    ['FAX an 0800 555 0199', undefined],
    ['die fünf Nummern 0941 9907710 bis -14', '+499419907710'],
    ['für die 0170 55504418 (10 GB statt 6)', '+4917055504418'],
    ['die Rufnummer +49 (155) 508 834-10', '+4915550883410'],
  ])('the phone number in "%s"', (text, number) => {
    expect(read(text, ['other']).phone?.value).toBe(number);
  });

  test('a letter without any of them gives an empty object', () => {
    expect(read('Vielen Dank!', ['other'])).toEqual({});
  });
});

test.each(['Ihre Rechnung\n0441 998 12 34', 'Rechnung 10 2026 ist zu hoch'])(
  'no number of a bill stands in "%s"',
  (text) => {
    expect(read(text, ['invoice-dispute']).invoiceNumber).toBeUndefined();
  },
);

test('a contract number of five digits is none of a town', () => {
  const shapes = [{ kind: 'contract', shape: '99999', prefix: '', count: 900 }] as const;
  const text = 'Hiermit kündige ich, Vertragsnummer 28158 Herr Meier, zum 31.12.2026.';
  expect(read(text, ['cancellation'], undefined, shapes).contractNumber?.value).toBe('28158');
});

test('a hundred thousand empty lines are passed once', () => {
  const text = `Neue Anschrift: Am Wall 7, 26603 Aurich${' \n'.repeat(100_000)}Jens Holm`;
  expect(read(text, ['address-change']).newAddress?.value).toBe('Am Wall 7, 26603 Aurich');
});
