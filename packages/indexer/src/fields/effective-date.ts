import type { Field } from '@mailroom/core';
import * as cue from './date-cues.ts';
import { weights } from './date-weights.ts';
import { findSpokenDates } from './spoken-dates.ts';
import { type DateContext, findDays, type WrittenDate } from './written-dates.ts';

/** These wishes look ahead: what lies behind is told, not asked. */
const ahead = ['cancellation', 'number-porting', 'renewal', 'payment-plan', 'contract-transfer'];
/** Letters about these tell of days on which something happened. */
const telling = 'bereavement complaint revocation fault-report privacy-request invoice-dispute'.split(' ');

interface Wanted {
  readonly intents: readonly string[];
  readonly words: readonly RegExp[];
}

/** The day on which what the letter asks takes effect; not the letter's own date, a birth, or a bill's date. */
export function effectiveDate(text: string, intents: readonly string[], received: string): Field | undefined {
  const words = intents.flatMap((intent) => cue.wishes[intent] ?? []);
  if (intents.length > 0 && words.length === 0) return undefined;
  const context = { received, ends: intents.includes('cancellation') };
  const wanted = { intents, words };
  const dates = datesOf(text, context).map((date) => ({
    date,
    score: scoreOf(date, text, wanted, received),
  }));
  const [best] = dates.sort((one, two) => two.score - one.score || one.date.start - two.date.start);
  if (!best || best.score < 0 || best.date.iso === null) return undefined;
  return { value: best.date.iso, words: best.date.words };
}

function datesOf(text: string, context: DateContext): readonly WrittenDate[] {
  const days = findDays(text, context);
  const spoken = findSpokenDates(text, context).filter(
    (one) => !days.some((day) => one.start < day.end && day.start < one.end),
  );
  return [...days, ...spoken];
}

function scoreOf(date: WrittenDate, text: string, wanted: Wanted, received: string): number {
  const before = text.slice(Math.max(0, date.start - 60), date.start);
  const after = text.slice(date.end, date.end + 60);
  return (
    weights.cue[cueOf(date, before.replace(/\s+/g, ' '), after, wanted, received)] +
    intentScore(wanted) +
    ageScore(date, wanted, received) +
    sentenceScore(sentenceAround(text, date), before, wanted) +
    (date.form === 'spoken' ? weights.spoken : 0) +
    (isLetterDate(date, before, after, received) ? weights.letterDate : 0) +
    (cue.quoted.test(before) ? weights.quoted : 0)
  );
}

/** The words right before the date. */
function cueOf(
  { words, form, iso }: WrittenDate,
  before: string,
  after: string,
  { intents }: Wanted,
  received: string,
): keyof typeof weights.cue {
  const isAhead = iso !== null && iso > received;
  // A marriage or a certificate gives the name its date.
  if (cue.from.test(before) && intents[0] === 'name-change') return 'fair';
  // "the contract of 3 May", but "the contract that on 3 May ..."
  if (cue.other.test(before)) return isAhead ? 'fair' : 'none';
  if (cue.strong.test(before) || cue.strongWithin.test(words)) return 'strong';
  if (cue.from.test(before)) return cue.fromThere.test(after) ? 'strong' : 'none';
  if (cue.fair.test(before) || form === 'spoken') return 'fair';
  return isAhead && cue.start.test(before) ? 'alone' : 'none';
}

function intentScore({ intents }: Wanted): number {
  const leading = intents.find((one) => one in weights.leading) ?? '';
  const beside = intents.some((one) => telling.includes(one));
  return (weights.leading[leading] ?? 0) + (beside ? weights.tellingBeside : 0);
}

function ageScore({ iso }: WrittenDate, { intents }: Wanted, received: string): number {
  if (iso === null) return 0;
  const days = (Date.parse(iso) - Date.parse(received)) / 86_400_000;
  const away = days < -365 || days > 800;
  const behind = days < -10 && intents.length > 0 && intents.every((intent) => ahead.includes(intent));
  return (
    (days > 0 ? weights.ahead : 0) +
    (away ? weights.yearsAway : behind ? weights.behindThoughAheadIsAsked : 0)
  );
}

function isLetterDate({ iso }: WrittenDate, before: string, after: string, received: string): boolean {
  return iso !== null && iso <= received && standsAsDateline(before, after);
}

/** A line of its own, or after a city's name: the day on which the letter was written. */
export function standsAsDateline(before: string, after: string): boolean {
  const ends = /^\s*(?:\n|$|\s{3})/.test(after);
  const alone = /(?:^|\n)\s*(?:\p{L}+tag,?\s*)?(?:den|am)?\s*$/u.test(before) && ends;
  return alone || (cue.dateline.test(before) && (ends || /,\s*(?:den|d\.)?\s*$/u.test(before)));
}

function sentenceScore(sentence: string, before: string, { intents, words }: Wanted): number {
  const isTerm = !intents.includes('payment-plan');
  const deadline = isTerm && cue.deadline.test(sentence);
  const until = isTerm && cue.until.test(before);
  return (
    (words.length === 0 || words.some((word) => word.test(sentence)) ? weights.wishInSentence : 0) +
    (deadline ? weights.deadline : 0) +
    (until ? weights.until : 0) +
    (deadline && until ? weights.deadlineUntil : 0) +
    (cue.death.test(sentence) ? weights.death : 0)
  );
}

const sentenceReach = 160;

/** The sentence with the date in it; line breaks do not end it, empty lines and full stops after a word do. */
function sentenceAround(text: string, { start, end }: WrittenDate): string {
  const ending = /\p{Ll}{2}[.!?](?=\s|$)|\n\s*\n/gu;
  const before = text.slice(Math.max(0, start - sentenceReach), start);
  const last = [...before.matchAll(ending)].at(-1);
  const after = text.slice(end, end + sentenceReach);
  const to = after.search(ending);
  return `${before.slice(last ? last.index + last[0].length : 0)}${text.slice(start, end)}${to < 0 ? after : after.slice(0, to + 3)}`;
}
