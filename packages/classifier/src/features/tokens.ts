import { foldText, maskValues } from '../text/fold-text.ts';
import type { Sentence } from '../text/prepare-letter.ts';
import { hashName } from './hash.ts';
import { stemWord } from './stem-words.ts';

/**
 * A word, value or mark as a ConvNet knows it: the hashed names of its stem and of the stem's pieces of four letters, so
 * that a misread or unknown word resembles a known one.
 */
export type Token = readonly number[];

/** A sentence word by word: first the part of the letter it stands in, last its end. */
export function toTokens({ text, part, ticked }: Sentence): Token[] {
  const words = maskValues(foldText(text)).match(wordOrMark) ?? [];
  const box = ticked === undefined ? [] : [tokenOf(`<ticked ${ticked}>`)];
  return [tokenOf(`<${part}>`), ...box, ...words.map(tokenOf), tokenOf('<end>')];
}

/** Of the marks only those that part clauses; a dot or hyphen inside a word or number parts none. */
const wordOrMark = /[a-z]+(?:'[a-z]+)*|[,;:?!"]|\.(?=\s)|[-–](?=\s)/g;

const known = new Map<string, Token>();
const knownLimit = 50_000;

function tokenOf(word: string): Token {
  const remembered = known.get(word);
  if (remembered !== undefined) return remembered;
  const token = namesOf(word);
  if (known.size >= knownLimit) known.clear();
  known.set(word, token);
  return token;
}

function namesOf(word: string): Token {
  if (!/^[a-z]/.test(word)) return [hashName(`t:${word}`)];
  const stem = stemWord(word);
  const whole = hashName(`t:${stem}`);
  if (stem.length < 3 || stem.startsWith('zz')) return [whole];
  const padded = `_${stem}_`;
  const pieces = Array.from({ length: padded.length - 3 }, (_, start) =>
    hashName(`p:${padded.slice(start, start + 4)}`),
  );
  return [whole, ...pieces];
}
