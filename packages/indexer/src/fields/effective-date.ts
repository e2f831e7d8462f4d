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
  const sentence = sentenceAround(text, date);
  return (
    weights.cue[cueOf(date, before.replace(/\s+/g, ' '), after, wanted, received)] +
    intentScore(wanted, sentence) +
    ageScore(date, before, wanted, received) +
    sentenceScore(sentence, wanted) +
    clauseScore(clauseAround(before, after), before, wanted) +
    (date.form === 'spoken' ? weights.spoken : 0) +
    (isLetterDate(date, before, after, received) ? weights.letterDate : 0) +
    (cue.quoted.test(before) ? weights.quoted : 0) +
    (cue.olderMail.test(before) || cue.olderMailBegins.test(after) ? weights.olderMail : 0)
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
  if (cue.other.test(before)) return isAhead ? 'fair' : 'mentioned';
  if (cue.strong.test(before) || cue.strongWithin.test(words)) return 'strong';
  if (cue.from.test(before)) return cue.fromThere.test(after) ? 'strong' : 'none';
  if (cue.fair.test(before) || form === 'spoken') return 'fair';
  return isAhead && cue.start.test(before) ? 'alone' : 'none';
}

/** Of several wishes the one that the sentence tells of. */
function intentScore({ intents }: Wanted, sentence: string): number {
  const dated = intents.filter((one) => one in weights.leading);
  const leading = dated.find((one) => cue.wishes[one]?.test(sentence)) ?? dated[0] ?? '';
  const beside = intents.some((one) => telling.includes(one));
  return (weights.leading[leading] ?? 0) + (beside ? weights.tellingBeside : 0);
}

function ageScore(
  { iso, words }: WrittenDate,
  before: string,
  { intents }: Wanted,
  received: string,
): number {
  if (iso === null) return 0;
  const days = (Date.parse(iso) - Date.parse(received)) / 86_400_000;
  const away = days < -365 || days > 800;
  const looksAhead = intents.length > 0 && intents.every((intent) => ahead.includes(intent));
  const told = days < -10 || /^seit/i.test(words) || cue.since.test(before);
  const behind = looksAhead && told && !/rückwirkend/i.test(before);
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

function sentenceScore(sentence: string, { intents, words }: Wanted): number {
  const leading = intents.length > 1 ? cue.wishes[intents[0] ?? ''] : undefined;
  const settled = !intents.includes('cancellation') && cue.settled.test(sentence);
  return (
    (words.length === 0 || words.some((word) => word.test(sentence)) ? weights.wishInSentence : 0) +
    (leading?.test(sentence) ? weights.leadingWishInSentence : 0) +
    (settled ? weights.settled : 0) +
    (hasTerms(intents) && cue.deadline.test(sentence) ? weights.deadline : 0) +
    (cue.death.test(sentence) ? weights.death : 0)
  );
}

function clauseScore(clause: string, before: string, { intents }: Wanted): number {
  const until = hasTerms(intents) && cue.until.test(before);
  return (
    (until ? weights.until : 0) +
    (until && cue.answer.test(clause) ? weights.answerUntil : 0) +
    (cue.restated.test(before) ? weights.restated : 0) +
    (cue.elsewhere.test(clause) ? weights.elsewhere : 0)
  );
}

/** For an answer; "until" in a letter about a debt is when it will be paid. */
const hasTerms = (intents: readonly string[]): boolean => !intents.includes('payment-plan');

/** From comma or "und" to the next, without the date. */
const clauseAround = (before: string, after: string): string =>
  `${before.split(joint).at(-1)} … ${after.split(joint)[0]}`;
const joint = /[,;:!?]|\.(?=\s)|\bund\b/;

const sentenceReach = 160;
/** "zum 30.9.2026. Die ...": the year's full stop ends the sentence. */
const closed = /\d{3}\.\s+\p{Lu}/u;

/** The sentence with the date in it; line breaks do not end it, empty lines and full stops after a word do. */
function sentenceAround(text: string, { start, end }: WrittenDate): string {
  const ending = /\p{Ll}{2}[.!?](?=\s|$)|\n\s*\n/gu;
  const before = text.slice(Math.max(0, start - sentenceReach), start);
  const last = [...before.matchAll(ending)].at(-1);
  const after = text.slice(end, end + sentenceReach);
  const to = closed.test(text.slice(end - 4, end + 3)) ? 0 : after.search(ending);
  return `${before.slice(last ? last.index + last[0].length : 0)}${text.slice(start, end)}${to < 0 ? after : after.slice(0, to + 3)}`;
}
