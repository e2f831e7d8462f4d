import type { Likeness } from '@mailroom/core';
import { differsByOne } from '../account/differs-by-one.ts';
import { compareLooks } from './compare-looks.ts';
import type { LetterPrint, PrintWord } from './letter-print.ts';

/** Words read with less than this are as often wrong as right. */
const trusted = 0.8;
/** Below this it was not read at all: under a stamp, in a crease. It may have been any word of the other letter. */
const readable = 0.4;
/** With less to go by two letters are never taken for the same. */
const fewestWords = 12;
const fewestFacts = 3;
/** Of the words that were read with trust in one letter, those that the other has too (`npm run -s bench twice`). */
const sameShare = 0.88;
const alikeShare = 0.65;
/** Letters of one form share their words; what their senders filled in differs. */
const alikeFacts = 0.7;

/** Two letters as they were read, whatever way each came in. */
export function compareLetters(one: LetterPrint, other: LetterPrint): Likeness | 'different' {
  const looks = compareLooks(one.looks, other.looks);
  const words = inBoth(one.words, other.words, shareOfWords);
  if (words === undefined) return looks === 'alike' ? 'alike' : 'different';
  const facts = inBoth(one.facts, other.facts, shareOfFacts);
  if (words < alikeShare || (facts ?? words) < alikeFacts) return 'different';
  return words >= sameShare && looks !== 'added' && factsAgree(one.facts, other.facts) ? 'same' : 'alike';
}

/** The smaller share of the two directions; undefined when one of them has too little to say. */
function inBoth(
  one: readonly PrintWord[],
  other: readonly PrintWord[],
  shareOf: (some: readonly PrintWord[], others: readonly PrintWord[]) => number | undefined,
): number | undefined {
  const [there, back] = [shareOf(one, other), shareOf(other, one)];
  return there === undefined || back === undefined ? undefined : Math.min(there, back);
}

function shareOfWords(words: readonly PrintWord[], others: readonly PrintWord[]): number | undefined {
  const sure = words.filter(({ confidence }) => confidence >= trusted);
  if (sure.length < fewestWords) return undefined;
  const missing = without(sure, others);
  const left = without(others, sure).map(({ text }) => text);
  const misread = missing.filter(({ text }) => {
    const at = left.findIndex((candidate) => differsByOne(text, candidate));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  const unread = others.filter(({ confidence }) => confidence < readable).length;
  return 1 - Math.max(0, missing.length - misread.length - unread) / sure.length;
}

function shareOfFacts(facts: readonly PrintWord[], others: readonly PrintWord[]): number | undefined {
  return facts.length < fewestFacts ? undefined : 1 - without(facts, others).length / facts.length;
}

/** Numbers decide: every one stands in both letters, however it is spaced. */
function factsAgree(one: readonly PrintWord[], other: readonly PrintWord[]): boolean {
  if (Math.min(one.length, other.length) < fewestFacts) return false;
  const [onlyOne, onlyOther] = [without(one, other), without(other, one)];
  if (joined(onlyOne) === joined(onlyOther) || plain(onlyOne) === plain(onlyOther)) return true;
  // A fold or a speck read as a digit stands against nothing.
  return Math.min(onlyOne.length, onlyOther.length) === 0 && [...onlyOne, ...onlyOther].every(isSpeck);
}

const joined = (facts: readonly PrintWord[]) => facts.map(({ text }) => text).join('');

/** "08.03." is "8.3.". */
const plain = (facts: readonly PrintWord[]) =>
  facts.map(({ text }) => text.replace(/^0(?=\d$)/, '')).join(' ');

const isSpeck = ({ text, confidence }: PrintWord) =>
  confidence < (text.length === 1 ? 0.75 : 0.6) && text.length <= 2;

/** What is left of `some` when each of `others` has taken one of its like away. */
function without(some: readonly PrintWord[], others: readonly PrintWord[]): readonly PrintWord[] {
  const left = new Map<string, number>();
  for (const { text } of others) left.set(text, (left.get(text) ?? 0) + 1);
  return some.filter(({ text }) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}
