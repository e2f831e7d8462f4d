import type { Field } from '@mailroom/core';
import { choose, type SignWeights } from './choose.ts';
import { dateCues } from './date-cues.ts';
import { wishWords } from './date-words.ts';
import { type Candidate, signsOf } from './signs.ts';
import { findSpokenDates } from './spoken-dates.ts';
import { type DateContext, findDays, type WrittenDate } from './written-dates.ts';

/** The day on which what the letter asks takes effect; not the letter's own date, a birth, or a bill's date. */
export const effectiveDate = (
  text: string,
  intents: readonly string[],
  received: string,
  weights: SignWeights,
): Field | undefined => choose(findEffectiveDates(text, intents, received), weights);

/** Every date of a letter with a wish that takes effect on a day. Without wishes, of one that ends a contract. */
export function* findEffectiveDates(
  text: string,
  wishes: readonly string[],
  received: string,
): Generator<Candidate> {
  const intents = wishes.length > 0 ? wishes : ['cancellation'];
  if (!intents.some((one) => wishWords.has(one))) return;
  const all = datesOf(text, { received, ends: intents.includes('cancellation') });
  for (const [place, date] of all.entries()) {
    const cues = dateCues(date, { text, intents, received });
    const signs = signsOf(date, cues, { text, intents, place, of: all.length });
    yield { value: date.iso, words: date.words, signs };
  }
}

/** In reading order. */
function datesOf(text: string, context: DateContext): readonly WrittenDate[] {
  const days = findDays(text, context);
  const spoken = findSpokenDates(text, context).filter(
    (one) => !days.some((day) => one.start < day.end && day.start < one.end),
  );
  return [...days, ...spoken].sort((one, other) => one.start - other.start);
}
