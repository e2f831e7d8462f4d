import { describe, expect, test } from 'vitest';
import { readFields } from '../testing/read-fields.ts';

const read = (text: string, intent: string) =>
  readFields(`Guten Tag,\n\n${text}\n\nViele Grüße\nJens Holm`, [intent]).amount?.value;

// Weights learned from other letters may go wrong on one of these: then train/sentences.txt lacks its like.
/** A text, what it asks, and the sum it is about. */
const sums: readonly (readonly [string, string, string])[] = [
  ['Ich widerspreche den 39,95 Euro.', 'invoice-dispute', '39.95'],
  [
    '14,99 + 14,99 + 9,99 = 39,97. Ich bitte um Korrektur und Gutschrift von 20,00 €.',
    'invoice-dispute',
    '20.00',
  ],
  [
    'Sie haben 48,90 € abgebucht, nie bestellt. Die Erstattung von 3,00 € haben Sie schon geleistet.',
    'invoice-dispute',
    '48.90',
  ],
  ['9,99 + 9,99 = 19,98, also bitte eine Gutschrift in Höhe von 20,00 €.', 'invoice-dispute', '20.00'],
  [
    'Mai verlangt 24,95, zuviel 5,95. Somit ergibt sich eine Überzahlung von 17,85 Euro.',
    'invoice-dispute',
    '17.85',
  ],
  ['Die Forderung über 1.284,90 EUR', 'invoice-dispute', '1284.90'],
  ['Statt 18,99 wollen Sie 38,40 €, das ist zu viel berechnet', 'invoice-dispute', '38.40'],
  ['die 90 € bitte stunden', 'invoice-dispute', '90.00'],
  ['EUR 18.40 zu Unrecht abgebucht', 'invoice-dispute', '18.40'],
  ['neunundvierzig Euro neunzig für einen Router, den ich nicht habe', 'invoice-dispute', '49.90'],
  ['1249.- für eine Verkabelung zahle ich nicht', 'invoice-dispute', '1249.00'],
  [
    'Auf der Rechnung stehen 86,30. Davon sind 47,60 Euro für eine 0900er-Nummer.',
    'invoice-dispute',
    '47.60',
  ],
  [
    'Ich bezahle immer 54,90 Euro. Im Januar haben Sie 93,60 genommen, bitte 38,70 Euro zurück.',
    'invoice-dispute',
    '38.70',
  ],
  ['Der Posten 9,99 war nie bestellt, die Summe ist 34,94.', 'invoice-dispute', '9.99'],
  ['Ich verlange 23,60 Euro zurück (37,26 durch 30 mal 19).', 'invoice-dispute', '23.60'],
  ['Die Anfahrt 12,00 ist falsch. Ich zahle nur 29,95.', 'invoice-dispute', '12.00'],
  ['Seit Juni 2025 monatlich 9,99 Euro abgebucht, das ist zu viel.', 'invoice-dispute', '9.99'],
  ['Die Rechnung von 2025 über 49,90 Euro ist falsch.', 'invoice-dispute', '49.90'],
  [
    'Rechnung über 100 GB Datenvolumen. Berechnet: 19,90 Euro, das war nie bestellt.',
    'invoice-dispute',
    '19.90',
  ],
  ['eure Rechnung über 165 ist falsch', 'invoice-dispute', '165.00'],
  ['Für April berechnen Sie mir 59,85 € statt 29,95 €.', 'invoice-dispute', '59.85'],
  ['Seitdem kommt eine Rechnung, 2 x 29,99 = 59,98.', 'invoice-dispute', '59.98'],
  ['Die 87,12 zahl ich nicht. Den Rest (24,99) habe ich\nheute überwiesen.', 'invoice-dispute', '87.12'],
  ['Die 61€ für Spiele müssen zurück, die 19,99 Grundpreis sind ok', 'invoice-dispute', '61.00'],
  [
    'Ein Kunde ist pleite, da hängen 38.000 Euro drin. Können wir die 640,20 in vier Raten zahlen?',
    'payment-plan',
    '640.20',
  ],
  ['Ich bitte um einen Ratenplan, 100 im Monat schaffe ich.', 'payment-plan', '100.00'],
  ['Uns bleiben nach der Miete 310 Euro. Die Rechnung ist 167 Euro 40.', 'payment-plan', '167.40'],
  [
    'Meine Rente beträgt 1.140 Euro. Die offenen 358 Euro zahle ich in Raten zu je 60 Euro.',
    'payment-plan',
    '358.00',
  ],
  [
    'Ich verlängere für 24,90 € im Monat, mit 5 Euro weniger und einer Gutschrift von 60 Euro.',
    'renewal',
    '24.90',
  ],
  ['Das Sportpaket für 9,99 bitte zum Monatsende beenden.', 'cancellation', '9.99'],
];

/** A text in which sums are only mentioned, and what it asks. */
const mentioned: readonly (readonly [string, string])[] = [
  ['Ich kündige, 39,99 Euro sind mir zu teuer.', 'cancellation'],
  ['Ich verlängere, die 5 Euro Nachlaß gefallen mir.', 'renewal'],
  ['Ich bleibe, obwohl ein anderer 4 Euro billiger wäre.', 'renewal'],
  ['Nach der Preissenkung um vier Euro ziehe ich die Kündigung zurück.', 'renewal'],
];

describe('amount', () => {
  test.each(sums)('the sum in "%s" (%s) is %s', (text, intent, sum) => {
    expect(read(text, intent)).toBe(sum);
  });

  test.each(mentioned)('in "%s" (%s) it is only mentioned', (text, intent) => {
    expect(read(text, intent)).toBeUndefined();
  });
});
