import { describe, expect, it } from 'vitest';
import { hashName } from '../../features/hash.ts';
import type { Token } from '../../features/tokens.ts';
import { sigmoid } from '../linear-model.ts';
import { seededRandom } from '../random.ts';
import { scoreConvNet } from './conv-net.ts';
import { type ConvOptions, fitConvNet } from './fit-conv-net.ts';
import type { ConvLesson } from './lexicon.ts';

const token = (word: string): Token => [hashName(word)];
const sentenceOf = (text: string): Token[] => text.split(' ').map(token);

const options: ConvOptions = {
  targets: 1,
  seed: 1,
  sizes: { word: 8, filters: 16, hidden: 16 },
  epochs: 12,
  batch: 4,
  rate: 0.01,
  wordRate: 0.1,
  dropout: { inputs: 0.1, names: 0, words: 0 },
};

const answer = (wanted: boolean) => ({
  wanted: Float32Array.of(wanted ? 1 : 0),
  importance: Float32Array.of(1),
});

/** "kündige nicht" among other words is no wish, "nicht" elsewhere in the sentence changes nothing. */
function lessons(): ConvLesson[] {
  const random = seededRandom(7);
  const filler = (): string => `wort${Math.floor(random() * 30)}`;
  const stretch = (most: number): string[] => Array.from({ length: Math.floor(random() * most) }, filler);
  return Array.from({ length: 600 }, (_, index) => {
    const kind = index % 3;
    const middle = [
      ['kündige', 'hiermit'],
      ['kündige', 'nicht'],
      ['nicht', filler()],
    ][kind] as string[];
    const words = [...stretch(12), ...middle, ...stretch(12), ...(index % 2 ? ['nicht', filler()] : [])];
    const wanted = answer(kind === 0);
    const other = { ...answer(false), tokens: sentenceOf(stretch(9).join(' ')) };
    return {
      sentences: [{ ...wanted, tokens: sentenceOf(words.join(' ')) }, other],
      letter: wanted,
      source: `${index}`,
    };
  });
}

describe('a ConvNet', () => {
  it('learns what stands beside what, however long the sentence, and finds it in the letter', async () => {
    const net = await fitConvNet(lessons(), options);
    const asks = (text: string) => scoreConvNet(net, [sentenceOf('wort1 wort2'), sentenceOf(text)]);
    const long = Array.from({ length: 25 }, (_, index) => `wort${index}`).join(' ');
    const plain = asks(`${long} nicht wort3 kündige hiermit ${long}`);
    const negated = asks(`${long} kündige nicht ${long}`);
    expect(sigmoid(plain.sentences[1]?.[0] ?? 0)).toBeGreaterThan(0.9);
    expect(sigmoid(plain.whole[0] ?? 0)).toBeGreaterThan(0.9);
    expect(sigmoid(plain.sentences[0]?.[0] ?? 0)).toBeLessThan(0.1);
    expect(sigmoid(negated.sentences[1]?.[0] ?? 0)).toBeLessThan(0.1);
    expect(sigmoid(negated.whole[0] ?? 0)).toBeLessThan(0.1);
  });

  it('gives the same from the same lessons, whether equal words are one array or many', async () => {
    const few = lessons().slice(0, 60);
    const first = await fitConvNet(few, options);
    expect(
      await fitConvNet(
        few.map((lesson) => structuredClone(lesson)),
        options,
      ),
    ).toEqual(first);
  });

  it('says something of a letter without words', async () => {
    const first = await fitConvNet(lessons().slice(0, 60), options);
    const empty = scoreConvNet(first, []);
    expect(empty.sentences).toEqual([]);
    expect(empty.whole).toHaveLength(1);
  });

  it('refuses sizes that its kernels cannot count', async () => {
    const sizes = { word: 6, filters: 16, hidden: 16 };
    await expect(fitConvNet(lessons().slice(0, 9), { ...options, sizes })).rejects.toThrow(/fours/);
  });
});
