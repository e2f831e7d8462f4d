import type { Word } from '@mailroom/core';
import { expect, test } from 'vitest';
import { compareLetters } from './compare-letters.ts';
import { type PrintablePage, printLetter } from './letter-print.ts';
import { twinKeys } from './twin-keys.ts';

const letter = [
  'Hedwig Brüggemann, Am Kump 9, 57368 Lennestadt',
  'Lennestadt, den 3. März 2026',
  'Rechnung RE-2026-00331 über 84,90 Euro, Kundennummer 60 2948 1735',
  'Sehr geehrte Damen und Herren,',
  'der Betrag von 84,90 Euro wurde im Februar zweimal abgebucht, obwohl ich nur einmal',
  'telefoniert habe. Bitte erstatten Sie mir eine der beiden Zahlungen auf mein Konto.',
  'Mit freundlichen Grüßen',
];

test('the same letter by fax and by post is the same, whatever header, stamp and misread words were added', () => {
  const fax = printOf([
    '02.03.2026 10:12 ANONYM S. 1/1',
    ...letter.map((line) => line.replace('Bitte', 'Ritte')),
  ]);
  const stamped = [...letter];
  const besideText = `${'Lennestadt, den 3. März 2026'.padEnd(105)}EINGEGANGEN 5. MRZ 2026`;
  stamped.splice(1, 1, besideText);
  expect(compareLetters(fax, printOf(['', ...stamped]))).toBe('same');
});

test.each([
  ['invoice', 'RE-2026-00331', 'RE-2026-00332'],
  ['amount', '84,90 Euro wurde', '89,90 Euro wurde'],
  ['day', 'den 3.', 'den 8.'],
  ['month', 'März', 'Mai'],
  ['word that turns it around', 'Bitte erstatten Sie', 'Bitte erstatten Sie nicht'],
])('a letter with another %s is never the same', (_, words, others) => {
  const changed = letter.map((line) => line.replace(words, others));
  expect(compareLetters(printOf(letter), printOf(changed))).toBe('alike');
});

test('a number that is spaced or split otherwise is the same number', () => {
  const spaced = letter.map((line) => line.replace('60 2948 1735', '602948 1735').replace('57368', '573 68'));
  expect(compareLetters(printOf(letter), printOf(spaced))).toBe('same');
});

test.each([
  ['a zero before a day', 'den 3. März', 'den 03. März'],
  ['a month that was misread', '3. März', '3. Mürz'],
  ['words under a stamp that were not read', 'zweimal abgebucht, obwohl', 'zwe~ 4b;'],
])('%s makes no other letter of it', (_, words, others) => {
  const changed = letter.map((line) => line.replace(words, others));
  const other = printOf(changed, (text) => (/[~;]/.test(text) ? 0.1 : 0.95));
  expect(compareLetters(printOf(letter), other)).toBe('same');
});

test('a stamp of receipt is nothing the letter says, however it was inked', () => {
  const stamp = ['Eingang 25. FeR 20', '-5 2026'];
  const beside = letter.map((line, at) =>
    at === 1 || at === 2 ? `${line.padEnd(100)}${stamp[at - 1]}` : line,
  );
  expect(compareLetters(printOf(letter), printOf(beside))).toBe('same');
});

test('a letter with a sentence more is alike and goes its own way', () => {
  const added = [
    ...letter,
    'Außerdem möchte ich den Vertrag zum Ablauf kündigen und bitte um Bestätigung darüber.',
  ];
  expect(compareLetters(printOf(letter), printOf(added))).toBe('alike');
});

test('letters of one form by two people are different', () => {
  const other = letter.map((line) =>
    line
      .replace('Hedwig Brüggemann, Am Kump 9, 57368 Lennestadt', 'Otto Kling, Gasse 14, 80331 München')
      .replace('Lennestadt, den 3. März', 'München, den 11. Juni')
      .replace('60 2948 1735', '60 7711 0042')
      .replace('00331', '04710'),
  );
  expect(compareLetters(printOf(letter), printOf(other))).toBe('different');
});

test('handwriting that cannot be read is at most alike, by what its pages look like', () => {
  const page = (look: string) => ({ ...pageOf(['krrx', 'ul.m']), look });
  const [one, shifted, other] = ['0ff00ff00ff0', '0ff00ff00ff8', 'f00ff00f0000'].map((rows) =>
    printLetter([page(rows.repeat(4))], 'letter'),
  );
  if (!one || !shifted || !other) throw new Error('three prints');
  expect(compareLetters(one, shifted)).toBe('alike');
  expect(compareLetters(one, other)).toBe('different');
});

test('copies share most of their keys, other letters hardly one', () => {
  const keys = (lines: readonly string[]) => twinKeys(printOf(lines), null);
  const misread = letter.map((line) => line.replace('telefoniert', 'teIefomert').replace('00331', '00831'));
  expect(shared(keys(letter), keys(misread))).toBeGreaterThanOrEqual(4);
  const other = [
    'Guten Tag, seit dem 11.9. sind alle Diensthandys ohne Netz, bitte melden unter 09621 5550188.',
  ];
  expect(shared(keys(letter), keys(other))).toBe(0);
});

function shared(some: readonly string[], others: readonly string[]): number {
  return some.filter((key) => others.includes(key)).length;
}

function printOf(lines: readonly string[], confidenceOf?: (text: string) => number) {
  return printLetter([pageOf(lines, confidenceOf)], 'letter');
}

/** An A4 page at 200 dpi; the first line stands in the margin, as a fax machine's does. */
function pageOf(lines: readonly string[], confidenceOf = (_text: string) => 0.95): PrintablePage {
  const words = lines.flatMap((line, index): Word[] =>
    [...line.matchAll(/\S+/g)].map((match) => ({
      text: match[0],
      box: { x: 150 + match.index * 14, y: 90 + index * 60, width: match[0].length * 14, height: 30 },
      confidence: confidenceOf(match[0]),
      line: index,
    })),
  );
  return { widthPx: 1654, heightPx: 2339, turn: 0, words, look: null };
}
