import type { Token } from '../../features/tokens.ts';
import { type FeatureRows, rowOf } from '../feature-rows.ts';

/**
 * A small convolutional network over the words of a sentence (after Kim 2014). Each filter looks at three words in a row
 * and keeps its strongest answer above nought, wherever in the sentence: a long sentence does not thin out what three of
 * its words say, as it does for a LinearModel. One head reads the sentence, another one the strongest answers of all sentences.
 */
export interface ConvNet {
  readonly targets: number;
  readonly sizes: ConvSizes;
  readonly rows: FeatureRows;
  /** rows x word: what is known of a name of a token; a token is the sum of its names over the root of their number. */
  readonly words: Float32Array;
  /** 3 x filters x word: what each filter looks for in the word before, the word, and the word after. */
  readonly filters: Float32Array;
  readonly filterBias: Float32Array;
  /** Reads the filters' answers and the sum of the words over the root of their number. */
  readonly sentence: Head;
  /** Reads the strongest answers of all sentences, and the answers' sum over the root of the number of sentences. */
  readonly letter: Head;
}

/** How many numbers a word, an answer and the hidden layer of a head have; all divisible by four. */
export interface ConvSizes {
  readonly word: number;
  readonly filters: number;
  readonly hidden: number;
}

/** One hidden layer of rectified units; gives log odds. */
export interface Head {
  /** hidden x inputs. */
  readonly hidden: Float32Array;
  readonly hiddenBias: Float32Array;
  /** targets x hidden. */
  readonly out: Float32Array;
  readonly outBias: Float32Array;
}

/** Log odds of every target: sentence by sentence, and for the letter as a whole. */
export interface TextScores {
  readonly sentences: readonly Float32Array[];
  readonly whole: Float32Array;
}

export function scoreConvNet(net: ConvNet, sentences: readonly (readonly Token[])[]): TextScores {
  const { filters, word } = net.sizes;
  const letter = new Float32Array(2 * filters);
  const known = wordsKnownTo(net);
  const scores = sentences.map((tokens) => {
    const input = new Float32Array(filters + word);
    const words = tokens.map((token) => known.get(token) ?? learnWord(net, known, token));
    answerFilters(net, words, input);
    for (let filter = 0; filter < filters; filter += 1) {
      const answer = input[filter] as number;
      letter[filter] = Math.max(letter[filter] as number, answer);
      letter[filters + filter] = (letter[filters + filter] as number) + answer / Math.sqrt(sentences.length);
    }
    for (const { vector } of words) addTo(input, filters, vector, 1 / Math.sqrt(words.length));
    return scoreHead(net.sentence, input);
  });
  return { sentences: scores, whole: scoreHead(net.letter, letter) };
}

/** The strongest answer of every filter, at least nought, into the beginning of `input`. */
function answerFilters(
  { sizes: { filters }, filterBias }: ConvNet,
  words: readonly Word[],
  input: Float32Array,
) {
  const nothing = new Float32Array(3 * filters);
  for (let at = 0; at < words.length; at += 1) {
    const before = words[at - 1]?.answers ?? nothing;
    const own = words[at]?.answers ?? nothing;
    const after = words[at + 1]?.answers ?? nothing;
    for (let filter = 0; filter < filters; filter += 1) {
      const answer =
        (filterBias[filter] as number) +
        (own[filters + filter] as number) +
        (before[filter] as number) +
        (after[2 * filters + filter] as number);
      if (answer > (input[filter] as number)) input[filter] = answer;
    }
  }
}

function scoreHead({ hidden, hiddenBias, out, outBias }: Head, input: Float32Array): Float32Array {
  const units = multiply(hidden, input, hiddenBias).map((unit) => Math.max(0, unit));
  return multiply(out, units, outBias);
}

/** A token's vector, and what it adds to each filter's answer as the word before, in the middle, and after. */
interface Word {
  readonly vector: Float32Array;
  readonly answers: Float32Array;
}

/** Remembered for each net: most of a letter is words that every letter has, and this is the dearest step. */
const remembered = new WeakMap<ConvNet, Map<Token, Word>>();
const mostRemembered = 8_000;

function wordsKnownTo(net: ConvNet): Map<Token, Word> {
  const known = remembered.get(net) ?? new Map<Token, Word>();
  remembered.set(net, known);
  return known;
}

function learnWord(net: ConvNet, known: Map<Token, Word>, token: Token): Word {
  const vector = vectorOf(net, token);
  const answers = multiply(net.filters, vector, new Float32Array(3 * net.sizes.filters));
  if (known.size >= mostRemembered) known.clear();
  known.set(token, { vector, answers });
  return { vector, answers };
}

function vectorOf({ rows, words, sizes: { word } }: ConvNet, token: Token): Float32Array {
  const vector = new Float32Array(word);
  const found = token.map((name) => rowOf(rows, name)).filter((row) => row >= 0);
  for (const row of found) {
    addTo(vector, 0, words.subarray(row * word, (row + 1) * word), 1 / Math.sqrt(found.length));
  }
  return vector;
}

/** start + matrix . x; the matrix has as many columns as x has numbers. */
function multiply(matrix: Float32Array, x: Float32Array, start: Float32Array): Float32Array {
  const out = start.slice();
  const columns = x.length;
  for (let row = 0; row < out.length; row += 1) {
    let sum = 0;
    for (let column = 0; column < columns; column += 1) {
      sum += (matrix[row * columns + column] as number) * (x[column] as number);
    }
    out[row] = (out[row] as number) + sum;
  }
  return out;
}

function addTo(out: Float32Array, from: number, x: Float32Array, factor: number): void {
  for (let index = 0; index < x.length; index += 1) {
    out[from + index] = (out[from + index] as number) + factor * (x[index] as number);
  }
}
