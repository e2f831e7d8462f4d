import { describe, expect, test } from 'vitest';
import { readFields as read } from '../testing/read-fields.ts';

// Weights learned from other letters may go wrong on one of these: then train/sentences.txt lacks its like.
describe('amount', () => {
  test('of what is agreed on the price counts, not what it differs by', () => {
    const prices =
      'Ich nehme das Angebot mit 5 Euro weniger und einer Gutschrift von 60 Euro für 24,90 € an.';
    expect(read(prices, ['renewal']).amount?.value).toBe('24.90');
  });

  test.each([
    ['Ich widerspreche den 39,95 Euro.', '39.95'],
    ['14,99 + 14,99 + 9,99 = 39,97. Ich bitte um Korrektur und Gutschrift von 20,00 €.', '20.00'],
    [
      'Sie haben 48,90 € abgebucht, nie bestellt. Die Erstattung von 3,00 € haben Sie schon geleistet.',
      '48.90',
    ],
    ['9,99 + 9,99 = 19,98, also bitte eine Gutschrift in Höhe von 20,00 €.', '20.00'],
    ['Mai verlangt 24,95, zuviel 5,95. Somit ergibt sich eine Überzahlung von 17,85 Euro.', '17.85'],
    ['Die Forderung über 1.284,90 EUR', '1284.90'],
    ['Statt 18,99 wollen Sie 38,40 €, das ist zu viel berechnet', '38.40'],
    ['die 90 € bitte stunden', '90.00'],
    ['EUR 18.40 zu Unrecht abgebucht', '18.40'],
    ['neunundvierzig Euro neunzig für einen Router, den ich nicht habe', '49.90'],
    ['1249.- für eine Verkabelung zahle ich nicht', '1249.00'],
    ['Auf der Rechnung stehen 86,30. Davon sind 47,60 Euro für eine 0900er-Nummer.', '47.60'],
    ['Ich bezahle immer 54,90 Euro. Im Januar haben Sie 93,60 genommen, bitte 38,70 Euro zurück.', '38.70'],
    ['Der Posten 9,99 war nie bestellt, die Summe ist 34,94.', '9.99'],
    ['Ich verlange 23,60 Euro zurück (37,26 durch 30 mal 19).', '23.60'],
    ['Die Anfahrt 12,00 ist falsch. Ich zahle nur 29,95.', '12.00'],
    ['Seit Juni 2025 monatlich 9,99 Euro abgebucht, das ist zu viel.', '9.99'],
    ['Die Rechnung von 2025 über 49,90 Euro ist falsch.', '49.90'],
    ['Rechnung über 100 GB Datenvolumen. Berechnet: 19,90 Euro, das war nie bestellt.', '19.90'],
    ['eure Rechnung über 165 ist falsch', '165.00'],
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

  test.each([
    [
      'Ein Kunde ist pleite, da hängen 38.000 Euro drin. Können wir die 640,20 in vier Raten zahlen?',
      '640.20',
    ],
    ['Ich bitte um einen Ratenplan, 100 im Monat schaffe ich.', '100.00'],
    ['Uns bleiben nach der Miete 310 Euro. Die Rechnung ist 167 Euro 40.', '167.40'],
  ])('what is to be paid bit by bit: "%s"', (text, sum) => {
    expect(read(text, ['payment-plan']).amount?.value).toBe(sum);
  });

  test.each([
    'Ich verlängere, die 5 Euro Nachlaß gefallen mir.',
    'Ich bleibe, obwohl ein anderer 4 Euro billiger wäre.',
    'Nach der Preissenkung um vier Euro ziehe ich die Kündigung zurück.',
  ])('what a price differs by is none: "%s"', (text) => {
    expect(read(text, ['renewal']).amount).toBeUndefined();
  });

  test('an option to be ended is named by its price', () => {
    const text = 'Das Sportpaket für 9,99 bitte zum Monatsende beenden.';
    expect(read(text, ['cancellation']).amount?.value).toBe('9.99');
    const price = 'Guten Tag,\n\nIch kündige, 39,99 Euro sind mir zu teuer.\n\nViele Grüße\nJens Holm';
    expect(read(price, ['cancellation']).amount).toBeUndefined();
  });
});
