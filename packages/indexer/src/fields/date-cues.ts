import * as near from './date-words.ts';
import { sentenceAround } from './signs.ts';
import type { WrittenDate } from './written-dates.ts';

/** What a date stands in. */
export interface DateSetting {
  readonly text: string;
  readonly intents: readonly string[];
  readonly received: string;
}

/** From when on a date counts as so far ahead of receipt, in days; before the first it is long past. */
const ages = [-365, -60, -14, -3, 0, 2, 14, 45, 100, 200, 400, 800];

/** What the date itself and certain words near it say of whether it is the day of effect. */
export function dateCues(date: WrittenDate, { text, intents, received }: DateSetting): string[] {
  const before = text.slice(Math.max(0, date.start - 60), date.start);
  const after = text.slice(date.end, date.end + 60);
  const sentence = sentenceAround(text, date);
  return [
    `form:${date.form}`,
    ...daySigns(date.iso, received),
    `right before:${rightBefore(date, before.replace(/\s+/g, ' '), after)}`,
    ...named(sentenceCues, sentence),
    ...named(beforeCues, before),
    ...named({ elsewhere: near.elsewhere }, clauseAround(before, after)),
    ...(near.until.test(before) && near.answer.test(clauseAround(before, after)) ? ['answer until'] : []),
    ...(near.olderMailBegins.test(after) ? ['older mail'] : []),
    ...intents
      .filter((intent) => near.wishWords.get(intent)?.test(sentence))
      .map((intent) => `tells of ${intent}`),
  ];
}

function daySigns(iso: string | null, received: string): string[] {
  if (iso === null) return ['impossible'];
  const days = Math.round((Date.parse(iso) - Date.parse(received.slice(0, 10))) / 86_400_000);
  const day = Number(iso.slice(8));
  return [
    `age:${ages.filter((age) => days >= age).length}`,
    `day:${day === 1 ? 'first' : day >= 28 ? 'last' : day === 15 ? 'middle' : 'other'}`,
  ];
}

/** The words right before the date. */
function rightBefore({ words }: WrittenDate, before: string, after: string): string {
  if (near.other.test(before)) return 'other';
  if (near.strong.test(before) || near.strongWithin.test(words)) return 'strong';
  if (near.from.test(before)) return near.fromThere.test(after) ? 'strong' : 'from';
  if (near.fair.test(before)) return 'fair';
  return near.start.test(before) ? 'alone' : 'none';
}

const sentenceCues = { settled: near.settled, deadline: near.deadline, death: near.death };
const beforeCues = {
  until: near.until,
  restated: near.restated,
  since: near.since,
  quoted: near.quoted,
  'older mail': near.olderMail,
};

const named = (cues: Readonly<Record<string, RegExp>>, text: string): string[] =>
  Object.entries(cues).flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []));

/** From comma or "und" to the next, without the date. */
const clauseAround = (before: string, after: string): string =>
  `${before.split(joint).at(-1)} … ${after.split(joint)[0]}`;
const joint = /[,;:!?]|\.(?=\s)|\bund\b/;
