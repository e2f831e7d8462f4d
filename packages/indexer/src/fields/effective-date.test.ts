import { describe, expect, test } from 'vitest';
import { readFields as read } from '../testing/read-fields.ts';

// Weights learned from other letters may go wrong on one of these: then train/sentences.txt lacks its like.
describe('effectiveDate', () => {
  test.each([
    ['Ich kündige zum 31.12.2026.', '2026-12-31'],
    ['Ich kündige zum 31. 12. 26, danach nicht mehr.', '2026-12-31'],
    ['Ich kündige zum 31. März.', '2027-03-31'],
    ['Ich kündige zum 31, März 2027.', '2027-03-31'],
    ['Ich kündige den Anschluss zu den Heiligen drei Königen.', '2027-01-06'],
    ['Ich kündige zum Jahresanfang.', '2027-01-01'],
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
    ['Schluss per 30 11 26.', '2026-11-30'],
    ['Kündigung zu Juniende 2028', '2028-06-30'],
    ['Ich kündige den Anschluss in der Wohnung 31.12.2026.', '2026-12-31'],
    ['Kündigung zum Novemberende', '2026-11-30'],
    ['Wir melden den Anschluss ab, mit Ablauf des Jahres.', '2026-12-31'],
    ['Ich kündige zum Quartalsende, also Ende März.', '2027-03-31'],
    ['Ich kündige zum nächsten Monatsletzten, also 30.11., und danke.', '2026-11-30'],
    ['Ich kündige zum 30.11.2026. Die Bestätigung bitte per Mail.', '2026-11-30'],
    ['Die Wohnung ist zum 31.10. gekündigt, den Anschluss kündige ich zum 30.11.', '2026-11-30'],
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
    ['the day of an older mail', 'Ich kündige.\n\nAm 13.10.2026 um 10:02 schrieb Frau Adam:\n> Guten Tag'],
    ['the day of a higher price', 'Sie erhöhen zum 1. November den Preis. Da kündige ich sofort.'],
    ['the end of a flat', 'Ich kündige den Anschluss sofort, die Wohnung wird Ende November geräumt.'],
    ['what has been going on', 'Seit Sonntag weht der Wind. Ich kündige.'],
    ['a birth date of two digits', 'Jens Holm, 30.1.95, kündigt den Vertrag.'],
    ['a term for the answer', 'Ich kündige und bitte um Bestätigung bis zum 30.10.2026.'],
  ])('%s is none', (_, text) => {
    expect(read(text, ['cancellation']).effectiveDate).toBeUndefined();
  });

  test.each([
    ['Ab dem 20. wohne ich in Emden.', 'address-change', '2026-10-20'],
    ['Seit dem 3. wohne ich in Emden.', 'address-change', '2026-10-03'],
    ['Ich wohne seit drei Wochen in Emden.', 'address-change', '2026-09-23'],
    ['Ich wohne seit vorgestern in Emden.', 'address-change', '2026-10-12'],
    ['Wir ziehen am Tag der Deutschen Einheit um.', 'address-change', '2026-10-03'],
    ['Ich lebe seit dem 5. Oktober in Emden, Zimmer 3.12.', 'address-change', '2026-10-05'],
    ['Zum Pächterwechsel 1.11.2026 übergibt Frau Alt die Karten.', 'contract-transfer', '2026-11-01'],
    [
      'Der Anschluss soll rückwirkend ab 1. September auf die Stadt übergehen.',
      'contract-transfer',
      '2026-09-01',
    ],
    ['Bitte nehmt ab der Novemberabrechnung DE02 1203 0000 0000 2020 51.', 'bank-details', '2026-11-01'],
    ['Ich zahle die Rate am 15. jedes Monats, angefangen im November.', 'payment-plan', '2026-11-15'],
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
    const born = 'Ich bin am 27.04.1961 geboren.\n\nBitte beenden Sie den Vertrag zum 1. Juni.';
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
