import type { Field } from '@mailroom/core';
import * as cue from './date-cues.ts';
import { findSpokenDates } from './spoken-dates.ts';
import { type DateContext, findDays, type WrittenDate } from './written-dates.ts';

/** These wishes look ahead: what lies behind is told, not asked. */
const ahead = ['cancellation', 'number-porting', 'renewal', 'payment-plan', 'contract-transfer'];
/** What is new here has a beginning, and no end. */
const lasting = ['bank-details', 'address-change', 'name-change'];
/** A date with less than this is only mentioned. */
const least = 2.5;

interface Wanted {
  readonly intents: readonly string[];
  readonly words: readonly RegExp[];
}

/** The day on which what the letter asks takes effect; not the letter's own date, a birth, or a bill's date. */
export function effectiveDate(
  text: string,
  intents: readonly string[],
  context: DateContext,
): Field | undefined {
  const words = intents.flatMap((intent) => cue.wishes[intent] ?? []);
  if (intents.length > 0 && words.length === 0) return undefined;
  const wanted = { intents, words };
  const dates = datesOf(text, context).map((date) => ({ date, score: scoreOf(date, text, wanted, context) }));
  const [best] = dates.sort((one, two) => two.score - one.score || one.date.start - two.date.start);
  if (!best || best.score < least || best.date.iso === null) return undefined;
  return { value: best.date.iso, words: best.date.words };
}

function datesOf(text: string, context: DateContext): readonly WrittenDate[] {
  const days = findDays(text, context);
  const spoken = findSpokenDates(text, context).filter(
    (one) => !days.some((day) => one.start < day.end && day.start < one.end),
  );
  return [...days, ...spoken];
}

function scoreOf(date: WrittenDate, text: string, wanted: Wanted, { received }: DateContext): number {
  const before = text.slice(Math.max(0, date.start - 60), date.start);
  const after = text.slice(date.end, date.end + 60);
  const sentence = sentenceAround(text, date);
  return (
    cueScore(date, before.replace(/\s+/g, ' '), after, wanted) +
    placeScore(before, after) +
    sentenceScore(sentence, before, wanted) +
    ageScore(date, wanted, received)
  );
}

/** The words right before the date. */
function cueScore(date: WrittenDate, before: string, after: string, { intents }: Wanted): number {
  // A marriage or a certificate gives the name its date.
  if (cue.from.test(before) && intents[0] === 'name-change') return 1;
  if (cue.other.test(before)) return -5;
  if (cue.strong.test(before) || cue.strongWithin.test(date.words)) return 3;
  if (cue.from.test(before)) return cue.fromThere.test(after) ? 3 : -2.5;
  if (cue.fair.test(before)) return 1.5;
  return date.form === 'spoken' ? 0.5 : 0;
}

function placeScore(before: string, after: string): number {
  return (standsAsDateline(before, after) ? -4 : 0) - (cue.quoted.test(before) ? 1 : 0);
}

/** A line of its own, or after a city's name: the day on which the letter was written. */
export function standsAsDateline(before: string, after: string): boolean {
  const ends = /^\s*(?:\n|$|\s{3})/.test(after);
  const alone = /(?:^|\n)\s*(?:\p{L}+tag,?\s*)?(?:den|am)?\s*$/u.test(before) && ends;
  return alone || (cue.dateline.test(before) && (ends || /,\s*(?:den|d\.)?\s*$/u.test(before)));
}

function sentenceScore(sentence: string, before: string, { intents, words }: Wanted): number {
  let score = words.length === 0 || words.some((word) => word.test(sentence)) ? 2.5 : -0.5;
  if (cue.deadline.test(sentence) && cue.until.test(before) && !intents.includes('payment-plan')) score -= 3;
  if (cue.until.test(before) && intents.some((one) => lasting.includes(one))) score -= 2;
  if (cue.death.test(sentence)) score -= 3;
  if (cue.price.test(sentence)) score -= 3;
  if (cue.settled.test(sentence) && intents.some((one) => one === 'number-porting' || one === 'renewal'))
    score -= 2;
  return score;
}

/** Long past or far ahead is rarely meant. */
function ageScore({ iso }: WrittenDate, { intents }: Wanted, received: string): number {
  if (iso === null) return 0;
  const days = (Date.parse(iso) - Date.parse(received)) / 86_400_000;
  if (days < -365 || days > 800) return -4;
  if (days < -120) return -1.5;
  if (days < -10 && intents.length > 0 && intents.every((intent) => ahead.includes(intent))) return -2;
  return days > 0 ? 0.7 : 0;
}

/** The sentence with the date in it; line breaks do not end it, empty lines and full stops after a word do. */
function sentenceAround(text: string, { start, end }: WrittenDate): string {
  const ending = /\p{Ll}{2}[.!?](?=\s|$)|\n\s*\n/gu;
  const before = [...text.slice(0, start).matchAll(ending)].at(-1);
  const from = Math.max(before ? before.index + before[0].length : 0, start - 160);
  const to = text.slice(end).search(ending);
  return text.slice(from, Math.min(to < 0 ? text.length : end + to + 3, end + 160));
}
