import { type Channel, foldGerman, type Word } from '@mailroom/core';
import { blur } from '../account/blur.ts';
import { asDigits, mostlyDigits } from '../identifiers/lookalikes.ts';
import { bodyLines } from './body-lines.ts';

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
    facts: words.flatMap((word) => eachIn(word, factsIn)),
    looks: pages.flatMap(({ look }) => look ?? []),
  };
}

function eachIn({ text, confidence }: Word, find: (text: string) => readonly string[]): readonly PrintWord[] {
  return find(text).map((found) => ({ text: found, confidence }));
}

function wordsIn(text: string): readonly string[] {
  const letters = foldGerman(text).match(/\p{L}+/gu) ?? [];
  return letters.filter((word) => word.length >= shortestWord).map(blur);
}

function factsIn(text: string): readonly string[] {
  const digits = (mostlyDigits(text) ? asDigits(text) : text).match(/\d+/g) ?? [];
  const letters = foldGerman(text).match(/\p{L}+/gu) ?? [];
  return [...digits, ...letters.flatMap((word) => decisiveWords.get(word) ?? [])];
}

/** Words that make another letter of it, and what they count as. */
const decisiveWords = new Map(
  [
    'januar jan jaenner',
    'februar feb',
    'maerz mrz',
    'april apr',
    'mai',
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
