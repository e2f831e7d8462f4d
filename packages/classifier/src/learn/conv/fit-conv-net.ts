import { indexRows } from '../feature-rows.ts';
import { type Kernels, makeKernels, type Room } from '../kernels/kernels.ts';
import { seededRandom, shuffled } from '../random.ts';
import type { ConvNet, ConvSizes } from './conv-net.ts';
import {
  type FittedHead,
  finishHead,
  learnHead,
  leaveOut,
  makeHead,
  roomOfHead,
  weightsOf,
} from './fit-head.ts';
import {
  type ConvLesson,
  type Label,
  type Lexicon,
  type NumberedLesson,
  readLexicon,
  wordsIn,
} from './lexicon.ts';
import { addGradient, makeWeights, moveWeights, roomOfWeights, type Weights } from './weights.ts';
import {
  gradientAt,
  makeWordSlots,
  moveWords,
  roomOfWordSlots,
  slotFor,
  vectorAt,
  type WordSlots,
} from './word-slots.ts';

export interface ConvOptions {
  readonly targets: number;
  readonly seed: number;
  readonly sizes: ConvSizes;
  readonly epochs: number;
  /** Lessons a step. */
  readonly batch: number;
  /** Of Adam, for all but the words; falls to a fiftieth. */
  readonly rate: number;
  /** Of AdaGrad, for the words; falls to a twentieth. */
  readonly wordRate: number;
  /** The share of a head's inputs, of names of a word, and of words that are left out at random. */
  readonly dropout: { readonly inputs: number; readonly names: number; readonly words: number };
}

/**
 * Fits a ConvNet, a few lessons a step. Each different word of a step is multiplied with the filters once, and only
 * the strongest answer of a filter learns, so that a step costs little more than its words.
 * The same lessons, options and seed give the same net, bit for bit.
 */
export async function fitConvNet(lessons: readonly ConvLesson[], options: ConvOptions): Promise<ConvNet> {
  const lexicon = readLexicon(lessons);
  const fitting = await startFitting(lexicon, options);
  const random = seededRandom(options.seed);
  const steps = Math.ceil(lessons.length / options.batch) * options.epochs;
  let done = 0;
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    const order = shuffled(lessons.length, random);
    for (let from = 0; from < order.length; from += options.batch) {
      const left = 1 - done / steps;
      done += 1;
      for (const index of order.subarray(from, from + options.batch)) {
        learn(fitting, lexicon.lessons[index] as NumberedLesson, random);
      }
      moveWords(fitting.kernels, fitting.words, options.wordRate * Math.max(0.05, left));
      const rate = options.rate * Math.max(0.02, left);
      for (const weights of fitting.weights) moveWeights(fitting.kernels, weights, rate, done);
    }
  }
  const { words, filters, filterBias } = fitting;
  return {
    targets: options.targets,
    sizes: options.sizes,
    rows: indexRows(lexicon.names),
    words: words.names.values.slice(),
    filters: filters.values.values.slice(),
    filterBias: filterBias.values.values.slice(),
    sentence: finishHead(fitting.sentence),
    letter: finishHead(fitting.letter),
  };
}

/** The state of a fit. */
interface Fitting {
  readonly options: ConvOptions;
  readonly kernels: Kernels;
  readonly words: WordSlots;
  readonly filters: Weights;
  readonly filterBias: Weights;
  readonly sentence: FittedHead;
  readonly letter: FittedHead;
  /** All weights but the words. */
  readonly weights: readonly Weights[];
  readonly lesson: LessonAtHand;
}

/** What is kept of each sentence of a lesson, side by side, until its letter was learned too. */
interface LessonAtHand {
  /** The slots of its words; -1: left out. */
  readonly slots: Int32Array[];
  /** sentences x filters: the strongest answer of each filter, at least nought, and where it was given (-1: nowhere). */
  readonly answers: Room;
  readonly places: Room<Int32Array>;
  /** sentences x filters, and sentences x word. */
  readonly answerGradients: Float32Array;
  readonly vectorGradients: Room;
  /** The answers to a word that is not there. */
  readonly nothing: Room;
}

async function startFitting({ names, rowsOf, lessons }: Lexicon, options: ConvOptions): Promise<Fitting> {
  const { word, filters, hidden } = options.sizes;
  if ([word, filters, hidden].some((size) => size <= 0 || size % 4 !== 0)) {
    throw new RangeError(`the kernels count in fours: ${word}, ${filters}, ${hidden}`);
  }
  const sentences = lessons.reduce((most, lesson) => Math.max(most, lesson.sentences.length), 1);
  const slots = lessons.reduce((most, lesson) => Math.max(most, wordsIn(lesson)), 1) * options.batch;
  const wordSize = { word, filters, names: names.length, slots };
  const sentenceSize = { inputs: filters + word, units: hidden, targets: options.targets };
  const letterSize = { ...sentenceSize, inputs: 2 * filters };
  const kernels = await makeKernels(
    roomOfWordSlots(wordSize) +
      roomOfHead(sentenceSize) +
      roomOfHead(letterSize) +
      sentences * (word + 2 * filters) +
      roomOfWeights(3 * filters * word + filters) +
      filters,
  );
  const random = seededRandom(options.seed + 1);
  const words = makeWordSlots(kernels, rowsOf, wordSize, random);
  const filterWeights = makeWeights(kernels, 3 * filters * word, { spread: 1 / Math.sqrt(3 * word) }, random);
  const filterBias = makeWeights(kernels, filters, { spread: 0 }, random);
  const sentence = makeHead(kernels, sentenceSize, -3, random);
  const letter = makeHead(kernels, letterSize, -2, random);
  return {
    options,
    kernels,
    words,
    filters: filterWeights,
    filterBias,
    sentence,
    letter,
    weights: [filterWeights, filterBias, ...weightsOf(sentence), ...weightsOf(letter)],
    lesson: {
      slots: [],
      answers: kernels.room(sentences * filters),
      places: kernels.wholeRoom(sentences * filters),
      answerGradients: new Float32Array(sentences * filters),
      vectorGradients: kernels.room(sentences * word),
      nothing: kernels.room(filters),
    },
  };
}

/** Adds what a lesson says to the gradients. */
function learn(fitting: Fitting, { sentences, letter }: NumberedLesson, random: () => number): void {
  const { filters, word } = fitting.options.sizes;
  const { answerGradients, vectorGradients, slots } = fitting.lesson;
  answerGradients.fill(0, 0, sentences.length * filters);
  vectorGradients.values.fill(0, 0, sentences.length * word);
  for (const [index, sentence] of sentences.entries()) {
    slots[index] = placeWords(fitting, sentence.tokens, random);
    answerFilters(fitting, index);
    learnSentence(fitting, index, sentence, random);
  }
  if (letter && sentences.length > 0) learnLetter(fitting, sentences.length, letter, random);
  for (const index of sentences.keys()) teachWords(fitting, index);
}

function placeWords(
  { kernels, words, filters, options: { dropout } }: Fitting,
  tokens: Uint32Array,
  random: () => number,
): Int32Array {
  const isLeftOut = () => random() < dropout.names;
  const slots = new Int32Array(tokens.length).fill(-1);
  for (const [place, token] of tokens.entries()) {
    if (random() < dropout.words) continue;
    slots[place] = slotFor(kernels, words, token, filters.values.at, isLeftOut);
  }
  return slots;
}

/** Fills answers and places of a sentence. */
function answerFilters({ lesson, kernels, words, filterBias, options }: Fitting, sentence: number): void {
  const { filters } = options.sizes;
  const { answers, places, nothing } = lesson;
  const slots = lesson.slots[sentence] as Int32Array;
  const first = sentence * filters;
  answers.values.fill(0, first, first + filters);
  places.values.fill(-1, first, first + filters);
  const answersOf = (place: number, which: number): number => {
    const slot = slots[place] ?? -1;
    return slot < 0 ? nothing.at : words.answers.at + (slot * 3 + which) * filters * 4;
  };
  for (let place = 0; place < slots.length; place += 1) {
    kernels.keepStrongest(
      answers.at + first * 4,
      places.at + first * 4,
      place,
      filterBias.values.at,
      answersOf(place - 1, 0),
      answersOf(place, 1),
      answersOf(place + 1, 2),
      filters,
    );
  }
}

function learnSentence(fitting: Fitting, index: number, label: Label, random: () => number): void {
  const { lesson, kernels, options, sentence: head, words } = fitting;
  const { filters, word } = options.sizes;
  const input = head.input.values;
  input.fill(0);
  input.set(lesson.answers.values.subarray(index * filters, (index + 1) * filters));
  const slots = lesson.slots[index] as Int32Array;
  for (const slot of slots) {
    if (slot < 0) continue;
    kernels.addScaled(head.input.at + filters * 4, vectorAt(words, slot), 1 / Math.sqrt(slots.length), word);
  }
  const mask = leaveOut(input, options.dropout.inputs, random);
  if (!learnHead(kernels, head, label)) return;
  const gradient = head.inputGradient.values;
  for (let filter = 0; filter < filters; filter += 1) {
    lesson.answerGradients[index * filters + filter] =
      (gradient[filter] as number) * (mask[filter] as number);
  }
  for (let place = 0; place < word; place += 1) {
    lesson.vectorGradients.values[index * word + place] =
      (gradient[filters + place] as number) * (mask[filters + place] as number);
  }
}

function learnLetter(fitting: Fitting, sentences: number, label: Label, random: () => number): void {
  const { lesson, kernels, options, letter: head } = fitting;
  const { filters } = options.sizes;
  const input = head.input.values;
  const strongest = gatherAnswers(lesson, input, sentences, filters);
  const mask = leaveOut(input, options.dropout.inputs, random);
  if (!learnHead(kernels, head, label)) return;
  const gradient = head.inputGradient.values;
  for (let filter = 0; filter < filters; filter += 1) {
    const sum = filters + filter;
    const ofSum = ((gradient[sum] as number) * (mask[sum] as number)) / Math.sqrt(sentences);
    for (let index = 0; index < sentences; index += 1) {
      const place = index * filters + filter;
      const ofStrongest =
        strongest[filter] === index ? (gradient[filter] as number) * (mask[filter] as number) : 0;
      lesson.answerGradients[place] = (lesson.answerGradients[place] as number) + ofSum + ofStrongest;
    }
  }
}

/** Fills the letter's input; gives which sentence gave each filter's strongest answer (-1: none). */
function gatherAnswers(
  { answers }: LessonAtHand,
  input: Float32Array,
  sentences: number,
  filters: number,
): Int32Array {
  const strongest = new Int32Array(filters).fill(-1);
  input.fill(0);
  for (let index = 0; index < sentences; index += 1) {
    for (let filter = 0; filter < filters; filter += 1) {
      const given = answers.values[index * filters + filter] as number;
      if (given > (input[filter] as number)) {
        input[filter] = given;
        strongest[filter] = index;
      }
      input[filters + filter] = (input[filters + filter] as number) + given / Math.sqrt(sentences);
    }
  }
  return strongest;
}

/** Hands the gradients of a sentence's answers on to the filters and the words they were given to. */
function teachWords({ lesson, kernels, options, words, filters, filterBias }: Fitting, index: number): void {
  const { filters: count, word } = options.sizes;
  const slots = lesson.slots[index] as Int32Array;
  for (let filter = 0; filter < count; filter += 1) {
    const place = lesson.places.values[index * count + filter] as number;
    const error = lesson.answerGradients[index * count + filter] as number;
    if (place < 0 || error === 0) continue;
    addGradient(filterBias, filter, error);
    for (let which = 0; which < 3; which += 1) {
      const slot = slots[place + which - 1] ?? -1;
      if (slot < 0) continue;
      const row = (which * count + filter) * word * 4;
      kernels.addScaled(filters.gradient.at + row, vectorAt(words, slot), error, word);
      kernels.addScaled(gradientAt(words, slot), filters.values.at + row, error, word);
    }
  }
  for (const slot of slots) {
    if (slot < 0) continue;
    const gradient = lesson.vectorGradients.at + index * word * 4;
    kernels.addScaled(gradientAt(words, slot), gradient, 1 / Math.sqrt(slots.length), word);
  }
}
