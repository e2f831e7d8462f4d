import { type Channel, defaultCalendar, type NumberShape } from '@mailroom/core';
import { describe, expect, test } from 'vitest';
import { extractFields } from './extract-fields.ts';

const shapes: readonly NumberShape[] = [
  { kind: 'customerNumber', shape: '99999999', prefix: '60', count: 900 },
  { kind: 'contract', shape: 'AB99999999', prefix: 'AB', count: 900 },
];

function read(text: string, intents: readonly string[], received = '2026-10-14T08:00:00Z') {
  const channel: Channel = 'letter';
  const letter = { channel, text, receivedAt: new Date(received) };
  return extractFields(letter, { intents, shapes, calendar: defaultCalendar });
}

describe('effectiveDate', () => {
  test.each([
    ['Ich kündige zum 31.12.2026.', '2026-12-31'],
    ['Ich kündige zum 31. 12. 26, danach nicht mehr.', '2026-12-31'],
    ['Ich kündige zum 31. März.', '2027-03-31'],
    ['Bitte ab 1.11. beenden', '2026-11-01'],
    ['Der Vertrag endet Ende Oktober, ich kündige ihn.', '2026-10-31'],
    ['Hiermit kündige ich per Monatsende.', '2026-10-31'],
    ['Kündigung zum Ende dieses Monats', '2026-10-31'],
    ['Ich kündige in vier Wochen.', '2026-11-11'],
    ['Ich kündige zum Jahresende.', '2026-12-31'],
    ['Wir kündigen mit Ablauf des 30. November 2026.', '2026-11-30'],
    ['Der Vertrag soll vom 1. Dezember an ruhen, das ist die Kündigung', '2026-12-01'],
    ['Der Anschluss soll mit Ablauf des Monats November enden.', '2026-11-30'],
    ['Die Karte kann weg, Ende November.', '2026-11-30'],
    ['Bitte die Option zum Jahreswechsel beenden.', '2026-12-31'],
    ['Ich kündige zum Ende der KW 48.', '2026-11-29'],
    ['Ich kündige zum 1. Advent.', '2026-11-29'],
    ['Bitte den Anschluss kündigen. 30. November.', '2026-11-30'],
    ['Ich kündige zum 30.11 und nicht später.', '2026-11-30'],
    ['Meine Tochter wird am 28.11. 18, dann soll der Vertrag enden.', '2026-11-28'],
  ])('"%s" takes effect on %s', (text, date) => {
    expect(read(text, ['cancellation']).effectiveDate?.value).toBe(date);
  });

  test.each([
    ['an impossible date', 'Ich kündige zum 31.02.2027.'],
    ['the next possible date', 'Ich kündige zum nächstmöglichen Zeitpunkt.'],
    ['the date of the letter', 'Emden, den 12.10.2026\n\nHiermit kündige ich meinen Vertrag.'],
    ['the date of the letter in ISO form', '2026-10-12\n\nHiermit kündige ich meinen Vertrag.'],
    ['a birth date', 'Jens Holm, geb. am 1.12.1980, kündigt den Vertrag.'],
    ['the date of a bill', 'Ich kündige. Ihre Rechnung vom 02.10.2026 ist bezahlt.'],
    ['a term for the answer', 'Ich kündige und bitte um Bestätigung bis zum 30.10.2026.'],
  ])('%s is none', (_, text) => {
    expect(read(text, ['cancellation']).effectiveDate).toBeUndefined();
  });

  test.each([
    ['Ab dem 20. wohne ich in Emden.', 'address-change', '2026-10-20'],
    ['Seit dem 3. wohne ich in Emden.', 'address-change', '2026-10-03'],
    ['Wir wohnen seit Samstag in Emden.', 'address-change', '2026-10-10'],
    ['Ab kommendem Montag wohnen wir in Emden.', 'address-change', '2026-10-19'],
    ['Ab nächstem Monat bitte das neue Konto.', 'bank-details', '2026-11-01'],
    ['Die Bank hat gewechselt, ab der Novemberrechnung gilt das neue Konto.', 'bank-details', '2026-11-01'],
    ['Wir heißen seit Jahresbeginn anders.', 'name-change', '2026-01-01'],
    ['Ich zahle in Raten, immer zum 15., ab November.', 'payment-plan', '2026-11-15'],
    ['Ich zahle ab November immer zum 5. eine Rate.', 'payment-plan', '2026-11-05'],
  ])('"%s" (%s) takes effect on %s', (text, intent, date) => {
    expect(read(text, [intent]).effectiveDate?.value).toBe(date);
  });

  test('a saint is no feast', () => {
    expect(
      read('Wir, früher St. Nikolaus, heißen nun anders.', ['name-change']).effectiveDate,
    ).toBeUndefined();
  });

  test('the wish decides between several dates', () => {
    const text = 'Emden, 12.10.2026\n\nSeit dem 2. Mai bin ich Kunde. Wir ziehen am 15. November um.';
    expect(read(text, ['address-change']).effectiveDate).toEqual({
      value: '2026-11-15',
      words: '15. November',
    });
  });

  test('today is the day of receipt in German time', () => {
    const { effectiveDate } = read('Ich ziehe in zwei Tagen um.', ['address-change'], '2026-07-01T22:30:00Z');
    expect(effectiveDate?.value).toBe('2026-07-04');
  });

  test('a letter out of an archive means the days after it was written', () => {
    const text = 'Celle, den 27. April 2024\n\nGuten Tag,\nich kündige zum 1. Juni.\n';
    expect(read(text, ['cancellation']).effectiveDate?.value).toBe('2024-06-01');
    const born = 'Ich bin am 27.04.1961 geboren und kündige zum 1. Juni.';
    expect(read(born, ['cancellation']).effectiveDate?.value).toBe('2027-06-01');
  });

  test('a mail out of an archive was written on the day that its header names', () => {
    const text = 'Von: jens@example.org\nDatum: 27.04.2024, 08:41\n\nIch kündige zum 1. Juni.\n';
    expect(read(text, ['cancellation']).effectiveDate?.value).toBe('2024-06-01');
  });

  test('feasts move with Easter', () => {
    const { effectiveDate } = read(
      'ab Pfingsten wohne ich in Emden',
      ['address-change'],
      '2026-03-02T08:00:00Z',
    );
    expect(effectiveDate?.value).toBe('2026-05-24');
  });

  test('a complaint or a fault has none', () => {
    expect(read('Seit dem 4. Juli geht nichts mehr.', ['fault-report']).effectiveDate).toBeUndefined();
  });
});

describe('newAddress', () => {
  const letterhead = 'Jens Holm\nDeichweg 3\n26721 Emden\n\nSehr geehrte Damen und Herren,\n\n';

  test.each([
    ['ab Mai wohne ich in der Hohen Gasse 14, 26603 Aurich.', 'Hohen Gasse 14, 26603 Aurich'],
    ['Neue Adresse:\nAm Alten Wall 7b\n26603 Aurich', 'Am Alten Wall 7b, 26603 Aurich'],
    ['Wir ziehen um: Bahnhofstr. 5, Zimmer 12, 57392 Bad Berleburg', 'Bahnhofstraße 5, 57392 Bad Berleburg'],
    ['Die Post geht nach 26603 Aurich, Lange Reihe 9.', 'Lange Reihe 9, 26603 Aurich'],
    ['Post bitte an das Postfach 12 40, 26772 Leer', 'Postfach 12 40, 26772 Leer'],
    ['Wir wohnen nun Am Alten Wall 7, und zwar in 26603 Aurich.', 'Am Alten Wall 7, 26603 Aurich'],
    ['Wir wohnen nun Am Alten Wall 7, App. 14, in Aurich, PLZ 26603.', 'Am Alten Wall 7, 26603 Aurich'],
    ['Wir wohnen in Aurich, und zwar Am Wall 7. Die Postleitzahl ist 26603.', 'Am Wall 7, 26603 Aurich'],
    ['Wir ziehen nach 26603 Aurich in die Lange Str. 9.', 'Lange Straße 9, 26603 Aurich'],
    ['Neue Adresse:\nDeichweg 3\n2. OG links\n26603 Aurich', 'Deichweg 3, 26603 Aurich'],
    ['Wir wohnen nun in der Straße des 17. Juni 135, 10623 Berlin', 'Straße des 17. Juni 135, 10623 Berlin'],
    ['Neue Anschrift: Dorfstraße Nr. 12, D-26603 Aurich', 'Dorfstraße 12, 26603 Aurich'],
    ['Wir wohnen nun: Rue de la Gare 5, L-1234 Luxemburg', 'Rue de la Gare 5, 1234 Luxemburg'],
    ['neue adresse ist mainzer str. 14 in 26603 aurich', 'Mainzer Straße 14, 26603 Aurich'],
    [
      'Unsere Straße heißt jetzt: Am Campus 1 statt Kasernenweg 20, 26603 Aurich.',
      'Am Campus 1, 26603 Aurich',
    ],
    [
      'bisher Deichweg 3, 26721 Emden, jetzt Platz der Kinder 1, 16225 Eberswalde',
      'Platz der Kinder 1, 16225 Eberswalde',
    ],
    [
      'Bitte alle Post ab 20. Juni in die Voßgasse 6, 59423 Unna. Die Tür ist blau.',
      'Voßgasse 6, 59423 Unna',
    ],
  ])('%s', (body, address) => {
    expect(read(letterhead + body, ['address-change']).newAddress?.value).toBe(address);
  });

  test('the letterhead is none, unless the letter says that it is the new one', () => {
    expect(read(`${letterhead}ich bin umgezogen.`, ['address-change']).newAddress).toBeUndefined();
    const told = read(`${letterhead}Post bitte an meine neue Anschrift (siehe oben).`, ['address-change']);
    expect(told.newAddress?.value).toBe('Deichweg 3, 26721 Emden');
  });

  test('without a move no address is new', () => {
    expect(read('Er wohnt jetzt: Deichweg 3, 26721 Emden', ['complaint']).newAddress).toBeUndefined();
  });

  test('what is plainly called the new address is one, whatever else is asked', () => {
    const text = `${letterhead}die Rechnung stimmt nicht. Meine neue Anschrift lautet Lange Reihe 9, 26603 Aurich.`;
    expect(read(text, ['invoice-dispute']).newAddress?.value).toBe('Lange Reihe 9, 26603 Aurich');
  });

  test('a letter without a greeting may tell the new address in its first sentence', () => {
    const text = 'MITTEILUNG\n\nUnser Büro sitzt seit März am Deichweg 3, 26721 Emden.';
    expect(read(text, ['address-change']).newAddress?.value).toBe('Deichweg 3, 26721 Emden');
  });
});

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

  test('a contract number with a branch behind it is given whole', () => {
    expect(read('Vertrag AB-2024-1111-2 läuft', ['cancellation']).contractNumber?.value).toBe(
      'AB-2024-1111-2',
    );
  });

  test('a mobile number may be broken by the end of a line', () => {
    expect(read('Unter 0171 3920\n0377 erreichen Sie mich.', ['other']).phone?.value).toBe('+4917139200377');
  });

  test('the contract meant, not the one that stays', () => {
    const text = 'Der AB-2024-1111 bleibt. Ich kündige den AB-2024-2222.';
    expect(read(text, ['cancellation']).contractNumber?.value).toBe('AB-2024-2222');
  });

  test.each([
    ['gegen die Rechnung R-2026-0412290 vom 2. Mai', 'R-2026-0412290'],
    ['Rechnungsnummer: 2026/77123904', '2026/77123904'],
    ['Re.-Nr. 900441277', '900441277'],
    ['Betreff: OR-3316-2026 stimmt nicht', 'OR-3316-2026'],
    ['Betreff: RG-26-771043', 'RG-26-771043'],
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
      extractFields(
        { channel: 'letter', text, receivedAt: new Date('2026-03-01') },
        { intents: [], shapes: elevenDigits, calendar: defaultCalendar },
      ).contractNumber?.value;
    expect(contractIn('Rufen Sie an: 0341 555 0900')).toBeUndefined();
    expect(contractIn('Kundennummer 70018830561')).toBeUndefined();
    expect(contractIn('Es geht um 70018830561')).toBe('70018830561');
    expect(contractIn('Vertrag 03415550900')).toBe('03415550900');
  });

  test('of what is agreed on the price counts, not what it differs by', () => {
    const prices =
      'Ich nehme das Angebot mit 5 Euro weniger und einer Gutschrift von 60 Euro für 24,90 € an.';
    expect(read(prices, ['renewal']).amount?.value).toBe('24.90');
  });

  test.each([
    ['Ich widerspreche den 39,95 Euro.', '39.95'],
    ['Die Forderung über 1.284,90 EUR', '1284.90'],
    ['Statt 18,99 wollen Sie 38,40 €, das ist zu viel berechnet', '38.40'],
    ['die 90 € bitte stunden', '90.00'],
    ['EUR 18.40 zu Unrecht abgebucht', '18.40'],
    ['neunundvierzig Euro neunzig für einen Router, den ich nicht habe', '49.90'],
    ['1249.- für eine Verkabelung zahle ich nicht', '1249.00'],
    ['Für April berechnen Sie mir 59,85 € statt 29,95 €.', '59.85'],
    ['Seitdem kommt eine Rechnung, 2 x 29,99 = 59,98.', '59.98'],
    ['Die 87,12 zahl ich nicht. Den Rest (24,99) habe ich\nheute überwiesen.', '87.12'],
    ['Die 61€ für Spiele müssen zurück, die 19,99 Grundpreis sind ok', '61.00'],
  ])('the sum in "%s"', (text, sum) => {
    expect(read(text, ['invoice-dispute']).amount?.value).toBe(sum);
  });

  test('of a debt, its instalments and an income the debt is meant', () => {
    const text = 'Meine Rente beträgt 1.140 Euro. Die offenen 358 Euro zahle ich in Raten zu je 60 Euro.';
    expect(read(text, ['payment-plan']).amount?.value).toBe('358.00');
  });

  test('an option to be ended is named by its price', () => {
    const text = 'Das Sportpaket für 9,99 bitte zum Monatsende beenden.';
    expect(read(text, ['cancellation']).amount?.value).toBe('9.99');
    expect(read('Ich kündige, 39,99 Euro sind mir zu teuer.', ['cancellation']).amount).toBeUndefined();
  });

  test('a letter without any of them gives an empty object', () => {
    expect(read('Vielen Dank!', ['other'])).toEqual({});
  });
});
