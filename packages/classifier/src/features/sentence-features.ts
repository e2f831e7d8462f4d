import { foldText, maskValues } from '../text/fold-text.ts';
import type { Sentence } from '../text/prepare-letter.ts';
import { concepts } from './concepts.ts';
import { cues, quotedBit } from './cues.ts';
import { hashName } from './hash.ts';
import { type Clause, cuesAt, readClauses } from './read-clauses.ts';
import { stemWord, toWords } from './stem-words.ts';

/** The features of one sentence by kind; each list holds hashes without repetition. */
export interface SentenceFeatures {
  readonly words: readonly number[];
  readonly grams: readonly number[];
  readonly meanings: readonly number[];
  /** Names of the concepts found, for neighbours and rules. */
  readonly concepts: readonly string[];
  /** Bits of the cues of all its clauses. */
  readonly cues: number;
}

export function sentenceFeatures(sentence: Sentence): SentenceFeatures {
  const folded = foldText(sentence.text);
  const clauses = readClauses(folded);
  const found = findConcepts(folded, clauses);
  const words = new Set<number>();
  const grams = new Set<number>();
  for (const clause of clauses) addWords(words, grams, folded.slice(clause.start, clause.end), clause.cues);
  return {
    words: [...words],
    grams: [...grams],
    meanings: [...nameMeanings(sentence, found, clauses)].map(hashName),
    concepts: [...found.keys()],
    cues: clauses.reduce((bits, clause) => bits | clause.cues, 0),
  };
}

/** Each concept in the sentence with the cues of the clauses it stands in. */
function findConcepts(folded: string, clauses: readonly Clause[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [name, pattern] of concepts) {
    if (folded.search(pattern) < 0) continue; // most are not there, and matchAll copies the pattern first
    const places = [...folded.matchAll(pattern)].map((match) =>
      cuesAt(clauses, match.index + match[0].length - 1),
    );
    found.set(name, places);
  }
  return found;
}

function addWords(words: Set<number>, grams: Set<number>, clause: string, bits: number): void {
  const quoted = (bits & quotedBit) !== 0;
  const negated = (bits & 1) !== 0;
  const stems = toWords(maskValues(clause)).map(stemWord);
  const space = quoted ? 'q' : 'w';
  for (const [index, stem] of stems.entries()) {
    const next = stems[index + 1];
    const afterNext = stems[index + 2];
    words.add(hashName(`${space}:${stem}`));
    if (negated) words.add(hashName(`n:${stem}`));
    if (next) words.add(hashName(`${space}2:${stem} ${next}`));
    if (afterNext) words.add(hashName(`${space}s:${stem} ${afterNext}`));
    if (!quoted && stem.length >= 5) addGrams(grams, stem);
  }
}

function addGrams(grams: Set<number>, word: string): void {
  const padded = `_${word}_`;
  for (let start = 0; start + 5 <= padded.length; start += 1) {
    grams.add(hashName(`g:${padded.slice(start, start + 4)}`));
    grams.add(hashName(`g:${padded.slice(start, start + 5)}`));
  }
}

function nameMeanings(
  sentence: Sentence,
  found: ReadonlyMap<string, readonly number[]>,
  clauses: readonly Clause[],
): Set<string> {
  const names = new Set<string>([`P:${sentence.part}`]);
  if (sentence.ticked !== undefined) names.add(`P:ticked=${sentence.ticked}`);
  for (const [concept, places] of found) {
    names.add(`C:${concept}`);
    names.add(`C:${concept}@${sentence.part}`);
    for (const bits of places) for (const cue of namesOf(bits)) names.add(`C:${concept}|${cue}`);
    for (const other of found.keys()) if (concept < other) names.add(`C:${concept}&${other}`);
  }
  const all = clauses.reduce((bits, clause) => bits | clause.cues, 0);
  for (const cue of namesOf(all)) names.add(`S:${cue}`);
  return names;
}

/** The names of cues set in `bits`; `plain` when nothing turns the meaning. */
function namesOf(bits: number): string[] {
  const names = cues.filter((_, index) => (bits & (1 << index)) !== 0).map(([name]) => name);
  if ((bits & quotedBit) !== 0) names.push('quoted');
  if ((bits & turning) === 0) names.push('plain');
  return names;
}

const neutral = new Set(['self', 'now', 'future']);
const turning = cues.reduce(
  (bits, [name], index) => (neutral.has(name) ? bits : bits | (1 << index)),
  quotedBit,
);
