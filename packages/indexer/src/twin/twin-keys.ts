import { hash } from 'node:crypto';
import type { LetterPrint, PrintWord } from './letter-print.ts';

/** So many keys of each kind; more find more copies and cost more rows. */
const numberKeys = 4;
const wordKeys = 6;
const shinglesPerWordKey = 3;
const lookKeys = 4;
/** Below this a letter was not read, and what it looks like must do. */
const fewestWords = 12;

/**
 * Keys that two copies of a letter most likely share, and other letters hardly: its account, MinHashes of its numbers,
 * of its words in groups, and of what a page without readable words looks like. As signed 64-bit integers in decimal.
 */
export function twinKeys(print: LetterPrint, customerNumber: string | null): readonly string[] {
  const isRead = print.words.length >= fewestWords;
  return [
    ...new Set([
      ...(customerNumber === null ? [] : [keyOf(`account ${customerNumber}`)]),
      ...minima(shingles(print.facts, 2), numberKeys).map((least, at) => keyOf(`numbers ${at} ${least}`)),
      ...(isRead ? wordBands(print.words) : lookBands(print.looks)),
    ]),
  ];
}

function wordBands(words: readonly PrintWord[]): readonly string[] {
  const least = minima(shingles(words, 2), wordKeys * shinglesPerWordKey);
  return inGroups(least, shinglesPerWordKey).map((group, at) => keyOf(`words ${at} ${group.join(' ')}`));
}

function lookBands(looks: readonly string[]): readonly string[] {
  const [first = ''] = looks;
  return inGroups([...first], first.length / lookKeys).map((band, at) =>
    keyOf(`look ${at} ${band.join('')}`),
  );
}

function shingles(words: readonly PrintWord[], length: number): readonly string[] {
  return words.slice(0, 1 - length).map((_, at) =>
    words
      .slice(at, at + length)
      .map(({ text }) => text)
      .join(' '),
  );
}

/** MinHash (Broder 1997): of `count` random orders of all shingles, the first in each; equal as often as the sets overlap. */
function minima(all: readonly string[], count: number): readonly number[] {
  if (all.length === 0) return [];
  const hashes = all.map((shingle) => sha256(shingle).readUInt32LE());
  return Array.from({ length: count }, (_, order) =>
    Math.min(...hashes.map((value) => shuffled(value, order))),
  );
}

/** A permutation of 32-bit numbers for each `order` (the finaliser of MurmurHash3). */
function shuffled(value: number, order: number): number {
  let bits = value ^ Math.imul(order + 1, 0x9e3779b9);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

function inGroups<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const groups: T[][] = [];
  for (let start = 0; start < all.length; start += size) groups.push(all.slice(start, start + size));
  return groups;
}

const keyOf = (text: string) => sha256(text).readBigInt64LE().toString();

/** In one call, for it is made for every two words. */
const sha256 = (text: string) => hash('sha256', text, 'buffer');
