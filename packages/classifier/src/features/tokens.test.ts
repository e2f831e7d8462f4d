import { expect, it } from 'vitest';
import { prepareLetter, type Sentence } from '../text/prepare-letter.ts';
import { toTokens } from './tokens.ts';

const tokensOf = (text: string) => {
  const sentence: Sentence = { text, part: 'body', start: 0, end: text.length };
  return toTokens(sentence);
};

it('reads words, kinds of values and the marks that part clauses, between the part and the end', () => {
  expect(tokensOf('Hiermit kündige ich, zum 31.8.2026.')).toHaveLength(8);
  expect(tokensOf('am 31.8.2026')).toEqual(tokensOf('am 01.02.27'));
  expect(tokensOf('kündigen – bitte')).toHaveLength(5);
});

it('gives a word the same names however it is written, and part of them when it is misread', () => {
  const [, plain] = tokensOf('Kündigung');
  for (const written of ['KUENDIGUNG', '‚Kündigung‘', 'Kundigung'])
    expect(tokensOf(written)).toContainEqual(plain);
  const [, misread] = tokensOf('Kündiqung');
  expect(plain?.filter((name) => misread?.includes(name)).length).toBeGreaterThan(1);
});

it('knows a ticked box from an empty one', () => {
  const ticks = (text: string) =>
    prepareLetter(text)
      .filter(({ ticked }) => ticked !== undefined)
      .map((sentence) => toTokens(sentence)[1]);
  const [ticked, empty] = ticks('[x] Kündigung\n[ ] Umzug\n');
  expect(ticked).not.toEqual(empty);
});
