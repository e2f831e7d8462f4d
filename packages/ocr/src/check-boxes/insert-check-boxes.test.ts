import { expect, test } from 'vitest';
import type { EngineLine, EngineWord } from '../engines/engine.ts';
import { type CheckBox, turnCheckBoxes } from './check-box.ts';
import { insertCheckBoxes } from './insert-check-boxes.ts';

test('a box takes the place of what the engine made of it', () => {
  const lines = [line(word('U', 100), word('Ich', 140), word('kündige', 190))];
  expect(textOf(insertCheckBoxes(lines, [box(100)]))).toEqual(['[ ] Ich kündige']);
});

test('a box that the engine passed over stands before its words, ticked, with its place and a confidence', () => {
  const [found] = insertCheckBoxes([line(word('Ich', 140), word('kündige', 190))], [box(100, 'ticked')]);
  expect(found?.words[0]).toEqual({ text: '[x]', x: 100, y: 50, width: 26, height: 26, confidence: 0.98 });
  expect(found?.words.map(({ text }) => text)).toEqual(['[x]', 'Ich', 'kündige']);
});

test('several boxes of a line stand each before its own word', () => {
  const lines = [line(word('Tarif:', 10), word('&', 100), word('S', 140), word('[]', 200), word('M', 240))];
  const found = insertCheckBoxes(lines, [box(100, 'ticked'), box(200)]);
  expect(textOf(found)).toEqual(['Tarif: [x] S [ ] M']);
});

test('a column of boxes that the engine read as lines of its own joins the lines beside', () => {
  const lines = [
    line(word('X', 100)),
    line(word('O', 100, 90)),
    line(word('ja', 140)),
    line(word('nein', 140, 90)),
  ];
  expect(textOf(insertCheckBoxes(lines, [box(100, 'ticked'), box(100, 'empty', 90)]))).toEqual([
    '[x] ja',
    '[ ] nein',
  ]);
});

test('a box behind the last word stays there, also when it was read as part of it', () => {
  const lines = [line({ ...word('einverstanden:X)', 10), width: 146 })];
  expect(textOf(insertCheckBoxes(lines, [box(130, 'ticked')]))).toEqual(['einverstanden: [x]']);
});

test('a letter in the middle of a word is no box', () => {
  const lines = [line({ ...word('FORMULAR', 90), width: 200 }, word('Seite', 300))];
  expect(textOf(insertCheckBoxes(lines, [box(130)]))).toEqual(['FORMULAR Seite']);
});

test('a digit in a frame stays a digit', () => {
  const lines = [line(word('Anzahl', 10), word('3', 105))];
  const framed = { ...box(100, 'ticked'), isApart: true };
  expect(textOf(insertCheckBoxes(lines, [framed]))).toEqual(['Anzahl 3']);
});

test('boxes side by side are places for digits', () => {
  const lines = [line(word('IBAN', 10), word('OOO', 100))];
  expect(textOf(insertCheckBoxes(lines, [box(100), box(130), box(160)]))).toEqual(['IBAN OOO']);
});

test('a box far from all words is left out', () => {
  const lines = [line(word('weit', 400)), line(word('unten', 140, 200))];
  expect(textOf(insertCheckBoxes(lines, [box(100)]))).toEqual(['weit', 'unten']);
});

test('where nobody can say whether it is ticked, the words stay as they are', () => {
  const lines = [line(word('[]', 100), word('Ich', 140))];
  expect(textOf(insertCheckBoxes(lines, [box(100, 'unclear')]))).toEqual(['[] Ich']);
});

test.each([
  ['[] Ich', '[ ] Ich'],
  ['[ ] Ich', '[ ] Ich'],
  ['[ | Ich', '[ ] Ich'],
  ['[1 Ich', '[ ] Ich'],
  ['() Ich', '[ ] Ich'],
  ['( ) Ich', '[ ] Ich'],
  ['()ja (x)nein', '[ ] ja [x] nein'],
  ['(X) Ich', '[x] Ich'],
  ['[x1 Ich', '[x] Ich'],
  ['☒ Ich ☐ Du', '[x] Ich [ ] Du'],
  ['C) Ich', 'C) Ich'],
  ['[Ihre] (1) [1] (a) (xy) f(x)', '[Ihre] (1) [1] (a) (xy) f(x)'],
])('typed "%s" becomes "%s"', (read, mended) => {
  const words = read.split(' ').map((text, at) => word(text, 100 + at * 30));
  expect(textOf(insertCheckBoxes([line(...words)], []))).toEqual([mended]);
});

test.each([90, 180, 270] as const)('a box keeps its place when the page is turned by %d degrees', (turn) => {
  const size = { widthPx: 300, heightPx: 200 };
  const [turned] = turnCheckBoxes([box(10)], size, turn);
  const after = turn === 180 ? size : { widthPx: 200, heightPx: 300 };
  const back = turnCheckBoxes(turned ? [turned] : [], after, turn === 180 ? 180 : turn === 90 ? 270 : 90);
  expect(back).toEqual([box(10)]);
});

function word(text: string, x: number, y = 50): EngineWord {
  return { text, x, y, width: 12 * text.length, height: 26, confidence: 0.9 };
}

function line(...words: EngineWord[]): EngineLine {
  return { block: 1, words };
}

function box(left: number, state: CheckBox['state'] = 'empty', top = 50): CheckBox {
  const square = { left, top, right: left + 25, bottom: top + 25 };
  return { square, state, isApart: false, certainty: 1 };
}

function textOf(lines: readonly EngineLine[]): string[] {
  return lines.map(({ words }) => words.map(({ text }) => text).join(' '));
}
