import { type Channel, foldGerman, type Word } from '@mailroom/core';
import { blur } from '../account/blur.ts';
import { differsByOne } from '../account/differs-by-one.ts';
import { asDigits, mostlyDigits } from '../identifiers/lookalikes.ts';
import { bodyLines } from './body-lines.ts';
import { withoutAreas } from './compare-looks.ts';
import { findStamps } from './stamps.ts';

/** A page as it was read; boxes in its pixels as received. */
export interface PrintablePage {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly turn: 0 | 90 | 180 | 270;
  readonly words: readonly Word[];
  /** Its perceptual hash. */
  readonly look?: string | null;
}

export interface PrintWord {
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** What of a letter stays the same however it comes in: no fax header, no stamp of receipt, no cover page. */
export interface LetterPrint {
  /** Folded, in reading order. */
  readonly words: readonly PrintWord[];
  /** What decides whether two letters are the same: numbers in groups of digits, months, negations, in reading order. */
  readonly facts: readonly PrintWord[];
  /** Of each page that has one. */
  readonly looks: readonly string[];
}

const shortestWord = 4;

export function printLetter(pages: readonly PrintablePage[], channel: Channel): LetterPrint {
  const words = bodyLines(pages, channel).flat();
  return {
    words: words.flatMap((word) => eachIn(word, wordsIn)),
    facts: words.flatMap((word, index) => eachIn(word, (text) => factsIn(text, words[index - 1]?.text))),
    looks: pages.flatMap(lookOf),
  };
}

/** A stamp of receipt is print that another copy has not. */
function lookOf({ look, words, widthPx, heightPx }: PrintablePage): readonly string[] {
  return look ? [withoutAreas(look, findStamps(words), { widthPx, heightPx })] : [];
}

function eachIn({ text, confidence }: Word, find: (text: string) => readonly string[]): readonly PrintWord[] {
  return find(text).map((found) => ({ text: found, confidence }));
}

function wordsIn(text: string): readonly string[] {
  const letters = foldGerman(text).match(/\p{L}+/gu) ?? [];
  return letters.filter((word) => word.length >= shortestWord).map(blur);
}

function factsIn(text: string, before = ''): readonly string[] {
  const digits = (mostlyDigits(text) ? asDigits(text) : text).match(/\d+/g) ?? [];
  const letters = foldGerman(text).match(/\p{L}+/gu) ?? [];
  const decisive = letters.flatMap((word) => decisiveWords.get(word) ?? []);
  return [...digits, ...(decisive.length === 0 ? misreadMonth(letters, before) : decisive)];
}

/** "11. Mal": behind a day stands a month, when only one can be meant. */
function misreadMonth([word = '']: readonly string[], before: string): readonly string[] {
  if (!/^\d{1,2}\.$/.test(before) || word.length < 3) return [];
  const meant = months.filter((month) => differsByOne(word, month));
  return meant.length === 1 ? meant : [];
}

const months = [
  ...['januar', 'februar', 'maerz', 'april', 'mai', 'juni', 'juli', 'august'],
  ...['september', 'oktober', 'november', 'dezember'],
];

/** Words that make another letter of it, and what they count as. */
const decisiveWords = new Map(
  [
    'mai',
    'januar jan jaenner',
    'februar feb',
    'maerz mrz',
    'april apr',
    'juni jun',
    'juli jul',
    'august aug',
    'september sept sep',
    'oktober okt',
    'november nov',
    'dezember dez',
    'nicht',
    'kein keine keinen keinem keiner keines',
    'ohne',
    'zwei',
    'drei',
    'vier',
    'fuenf',
    'sechs',
  ].flatMap((line) => {
    const [name = '', ...others] = line.split(' ');
    return [name, ...others].map((word) => [word, name] as const);
  }),
);
