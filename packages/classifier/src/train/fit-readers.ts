import { fitConvNet } from '../learn/conv/fit-conv-net.ts';
import { fitLinear } from '../learn/fit-linear.ts';
import type { Readers } from '../learn/letter-scores.ts';
import type { PreparedLetter, SentenceExample } from './make-examples.ts';

/** What of a letter the readers learn from. */
export type Lesson = Pick<PreparedLetter, 'sentenceExamples' | 'letterExample'>;

export interface ReaderOptions {
  readonly intents: readonly string[];
  readonly seed: number;
}

export async function fitReaders(
  letters: readonly Lesson[],
  phrases: readonly SentenceExample[],
  { intents, seed }: ReaderOptions,
): Promise<Readers> {
  const targets = intents.length + 1;
  const shared = { targets, rate: 0.8, ridge: 1e-4, lasso: 0, minSources: 2, dropout: 0.3 };
  const sentences = [...letters.flatMap(({ sentenceExamples }) => sentenceExamples), ...phrases];
  const whole = letters.map(({ letterExample }) => letterExample);
  const lessons = letters.map(({ sentenceExamples, letterExample }) => ({
    sentences: sentenceExamples,
    letter: { ...letterExample, importance: letterExample.importance.map((one) => one * letterShare) },
    source: letterExample.source,
  }));
  const single = phrases.map((phrase) => ({ sentences: [phrase], letter: undefined, source: phrase.source }));
  return {
    sentences: await fitLinear(sentences, { ...shared, seed, epochs: 6 }),
    letters: await fitLinear(whole, { ...shared, seed: seed + 1, epochs: 8 }),
    net: await fitConvNet([...lessons, ...single], {
      targets,
      seed: seed + 5,
      sizes: { word: 24, filters: 128, hidden: 128 },
      epochs: 5,
      batch: 8,
      rate: 0.002,
      wordRate: 0.1,
      dropout: { inputs: 0.2, names: 0.1, words: 0.05 },
    }),
  };
}

/** How much the answer for a whole letter counts beside those of its sentences. */
const letterShare = 2;
