import type { PageLook } from './page-look.ts';
import { type Signs, signsOf } from './signs.ts';

/**
 * What speaks for and against a new letter on `page`, each 0 to 1. `before` is the last page with anything on it;
 * `common` are words that half the stack holds, such as the company's name: they link no two pages.
 */
export function comparePages(
  before: PageLook,
  page: PageLook,
  common: ReadonlySet<string>,
): Readonly<Record<Feature, number>> {
  const [past, here] = [signsOf(before), signsOf(page)];
  return {
    ...ownSigns(here),
    ...pastSigns(past),
    ...followOn(past, here),
    ...differences(before, page, common),
  };
}

export const features = [
  'greets',
  'greetsHigh',
  'dated',
  'subject',
  'onePlace',
  'twoPlaces',
  'reachable',
  'firstNumber',
  'laterNumber',
  'startsInSentence',
  'startsLow',
  'isEnclosure',
  'shortOnTop',
  'proseAtStart',
  'isBare',
  'fewLines',
  'closedBefore',
  'closesHere',
  'closedAtEnd',
  'fullBefore',
  'endsInSentence',
  'moreBefore',
  'namesEnclosure',
  'countsOn',
  'countNotDone',
  'countDone',
  'neitherGreets',
  'fullThenBare',
  'spaceThenHead',
  'endsThenBegins',
  'fullButClosed',
  'opensLetter',
  'otherSize',
  'otherLine',
  'otherPitch',
  'otherMargin',
  'otherWidth',
  'otherClarity',
  'sharesNumber',
  'sharesWords',
] as const;
export type Feature = (typeof features)[number];

const flag = (is: boolean) => (is ? 1 : 0);

function ownSigns(here: Signs) {
  return {
    greets: flag(here.greetsAt !== undefined),
    greetsHigh: flag(here.greetsAt !== undefined && here.greetsAt < 0.55),
    dated: flag(here.datedAt !== undefined),
    subject: flag(here.subjectAt !== undefined),
    onePlace: flag(here.places > 0),
    twoPlaces: flag(here.places > 1),
    reachable: flag(here.reachable),
    firstNumber: flag(here.numbering?.page === 1),
    laterNumber: flag((here.numbering?.page ?? 0) > 1),
    startsInSentence: flag(here.startsInSentence),
    startsLow: Math.min(1, here.startsAt * 3),
    isEnclosure: flag(here.isEnclosure),
    shortOnTop: here.shortOnTop,
    proseAtStart: here.proseAtStart,
    isBare: flag(isBare(here)),
    fewLines: flag(here.lineCount < 6),
    closesHere: flag(here.closesAt !== undefined),
  };
}

function pastSigns(past: Signs) {
  return {
    closedBefore: flag(past.closesAt !== undefined),
    closedAtEnd: flag(past.closesAt !== undefined && past.endsAt - past.closesAt < endShare),
    fullBefore: flag(past.endsAt > fullFrom),
    endsInSentence: flag(past.endsInSentence && past.closesAt === undefined),
    moreBefore: flag(past.announcesMore),
    namesEnclosure: flag(past.names),
  };
}

/** Nothing of what stands at the head of a letter. */
const isBare = ({ greetsAt, datedAt, subjectAt, places, reachable }: Signs) =>
  greetsAt === undefined && datedAt === undefined && subjectAt === undefined && places === 0 && !reachable;

/** Shares of the page's height: from where it is full, and what a signature and enclosures take. */
const fullFrom = 0.82;
const endShare = 0.25;

const opens = ({ greetsAt, datedAt, subjectAt }: Signs) =>
  [greetsAt, datedAt, subjectAt].filter((at) => at !== undefined).length > 1;

function followOn(past: Signs, here: Signs) {
  const counted = past.numbering;
  return {
    countsOn: flag(here.numbering !== undefined && here.numbering.page === (counted?.page ?? 1) + 1),
    countNotDone: flag(counted?.of !== undefined && counted.page < counted.of),
    countDone: flag(counted?.of !== undefined && counted.page === counted.of),
    endsThenBegins: flag(past.closesAt !== undefined && opens(here)),
    fullButClosed: flag(
      past.endsAt > fullFrom && past.closesAt !== undefined && past.endsAt - past.closesAt < endShare,
    ),
    opensLetter: flag(opens(here) && here.places > 0),
    fullThenBare: flag(past.endsAt > fullFrom && isBare(here)),
    spaceThenHead: flag(past.endsAt <= fullFrom && here.shortOnTop > 0.6),
    neitherGreets: flag(
      here.greetsAt === undefined && here.closesAt === undefined && past.closesAt === undefined,
    ),
  };
}

function differences(before: PageLook, page: PageLook, common: ReadonlySet<string>) {
  const [words, past] = [rareWords(page), rareWords(before)];
  const shared = [...words].filter((word) => past.has(word) && !common.has(word));
  return {
    otherSize: flag(
      Math.abs(before.widthMm - page.widthMm) > 12 || Math.abs(before.heightMm - page.heightMm) > 16,
    ),
    otherLine: ratio(before.lineMm, page.lineMm, 0.35),
    otherPitch: ratio(before.pitchMm, page.pitchMm, 0.3),
    otherMargin: Math.min(1, Math.abs(before.leftMm - page.leftMm) / 10),
    otherWidth: Math.min(1, Math.abs(before.rightMm - page.rightMm) / 20),
    otherClarity: Math.min(1, Math.abs(before.clarity - page.clarity) * 5),
    sharesNumber: flag(shared.some((word) => /\d{5}/.test(word))),
    sharesWords: Math.min(1, shared.length / Math.max(4, Math.min(words.size, past.size) / 3)),
  };
}

/** 0 for equal sizes, 1 from `most` (a share) on, and where one of them is unknown half of it. */
function ratio(one: number, other: number, most: number): number {
  if (one === 0 || other === 0) return 0.5;
  return Math.min(1, Math.abs(Math.log(one / other)) / most);
}

/** Names and numbers: capitalised words of six letters and more, digits of four and more. */
export function rareWords({ lines }: PageLook): Set<string> {
  const text = lines.map((line) => line.text).join(' ');
  const numbers = text.match(/\d[\d ./-]{3,}\d/g)?.map((number) => number.replace(/\D/g, '')) ?? [];
  const names = text.match(/\p{Lu}[\p{L}-]{5,}/gu)?.map((name) => name.toLowerCase()) ?? [];
  return new Set([...numbers, ...names]);
}
