import type { ReadPage } from '@mailroom/core';
import { comparePages, type Feature, features, rareWords } from './compare-pages.ts';
import { firstPageModel } from './first-page-model.ts';
import { lookOf, type PageLook } from './page-look.ts';

/** Whether a letter of a stack begins on a page. */
export interface Beginning {
  /** Of the page, from 1. */
  readonly page: number;
  /** Calibrated, 0 to 1. */
  readonly confidence: number;
  /** German: what speaks for it, the strongest first. */
  readonly reasons: readonly string[];
}

export interface Compared {
  readonly page: number;
  readonly found: ReturnType<typeof comparePages>;
}

/** Judges every page of a stack but the first; empty pages belong to the letter before them. */
export function findBeginnings(pages: readonly ReadPage[]): readonly Beginning[] {
  return compareStack(pages).map(({ page, found }) => ({ page, ...judge(found) }));
}

/** What speaks for and against a beginning on each page that is judged. */
export function compareStack(pages: readonly ReadPage[]): readonly Compared[] {
  const looks = pages.map(lookOf);
  const common = commonWords(looks.filter((look) => look !== undefined));
  let before: PageLook | undefined;
  return pages.flatMap((page, index) => {
    const look = looks[index];
    if (!look) return [];
    const past = before;
    before = look;
    return past ? [{ page: page.number, found: comparePages(past, look, common) }] : [];
  });
}

function judge(found: Compared['found']): Omit<Beginning, 'page'> {
  const weighed = features.map((name) => ({ name, weight: found[name] * firstPageModel.weights[name] }));
  const score = weighed.reduce((sum, { weight }) => sum + weight, firstPageModel.bias);
  const speaking = weighed.filter(({ name, weight }) => weight > 0.5 && words[name] !== undefined);
  const reasons = speaking.toSorted((one, other) => other.weight - one.weight);
  return {
    confidence: 1 / (1 + Math.exp(-score)),
    reasons: [...new Set(reasons.map(({ name }) => words[name] ?? ''))].slice(0, 3),
  };
}

/** Fewer pages say nothing about what the letters of a stack have in common. */
const fewPages = 6;

function commonWords(looks: readonly PageLook[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const look of looks) for (const word of rareWords(look)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const many = Math.max(fewPages / 2, looks.length / 4);
  return new Set([...counts].filter(([, count]) => count > many).map(([word]) => word));
}

/** How a sign is told to a person when it speaks for a new letter. */
const words: Partial<Record<Feature, string>> = {
  greets: 'eigene Anrede',
  greetsHigh: 'eigene Anrede',
  dated: 'eigenes Datum',
  subject: 'eigener Betreff',
  onePlace: 'eigene Anschrift',
  twoPlaces: 'Absender und Empfänger',
  reachable: 'eigener Briefkopf',
  firstNumber: 'Seitenzahl 1',
  closedBefore: 'die Seite davor endet mit einem Gruß',
  closedAtEnd: 'die Seite davor endet mit einem Gruß',
  endsThenBegins: 'die Seite davor endet mit einem Gruß',
  opensLetter: 'eigener Briefkopf',
  countDone: 'die Seite davor ist die letzte ihres Briefs',
  otherSize: 'anderes Papierformat',
  otherLine: 'andere Schriftgröße',
  otherPitch: 'anderer Zeilenabstand',
  otherMargin: 'anderer Rand',
  otherWidth: 'andere Zeilenlänge',
  otherClarity: 'anderes Schriftbild',
  spaceThenHead: 'die Seite davor ist nicht voll',
};
