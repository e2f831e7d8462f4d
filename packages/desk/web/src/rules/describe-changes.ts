import type { Formats } from '../words/format.ts';
import type { Words } from '../words/german.ts';
import { type Draft, type DraftIntent, queuesOfDraft } from './draft.ts';

interface Speech {
  readonly language: 'de' | 'en';
  readonly words: Words;
  readonly formats: Formats;
}

/** Every difference between two rulebooks, in words, one a line. */
export function describeChanges(before: Draft, after: Draft, speech: Speech): readonly string[] {
  return [
    ...aboutIntents(before, after, speech),
    ...aboutNames(before, after, speech),
    ...aboutThreshold(before, after, speech),
    ...aboutCalendar(before, after, speech),
  ];
}

function aboutIntents(before: Draft, after: Draft, speech: Speech): readonly string[] {
  const { rules } = speech.words;
  const old = new Map(before.taxonomy.intents.map((one) => [one.intent, one]));
  const kept = new Set(after.taxonomy.intents.map((one) => one.intent));
  const gone = before.taxonomy.intents.filter((one) => !kept.has(one.intent));
  return [
    ...gone.map((one) => rules.changes.removed(one.label[speech.language])),
    ...after.taxonomy.intents.flatMap((one) => {
      const known = old.get(one.intent);
      return known ? aboutIntent(known, one, speech) : [rules.changes.added(one.label[speech.language])];
    }),
  ];
}

function aboutIntent(before: DraftIntent, after: DraftIntent, speech: Speech): readonly string[] {
  const { rules } = speech.words;
  const shown: readonly (readonly [string, (one: DraftIntent) => string])[] = [
    [rules.name, (one) => `${one.label.de} / ${one.label.en}`],
    [rules.queue, (one) => one.queue],
    [rules.due, (one) => rules.duration(one.due.amount, one.due.unit)],
    [rules.retention, (one) => rules.retentionClasses[one.retentionClass]],
    [rules.needsAccount, (one) => (one.needsAccount ? rules.yes : rules.no)],
    [rules.keywords, (one) => one.keywords.join(', ')],
  ];
  const name = before.label[speech.language];
  return shown
    .filter(([, show]) => show(before) !== show(after))
    .map(([what, show]) => `${name}: ${rules.changes.from(what, show(before), show(after))}`);
}

function aboutNames(before: Draft, after: Draft, { words, language }: Speech): readonly string[] {
  const nameIn = (draft: Draft, queue: string) => draft.queueLabels[queue]?.[language] ?? queue;
  return queuesOfDraft(after)
    .filter((queue) => nameIn(before, queue) !== nameIn(after, queue))
    .map((queue) => words.rules.changes.from(words.rules.queue, nameIn(before, queue), nameIn(after, queue)));
}

function aboutThreshold(before: Draft, after: Draft, { words, formats }: Speech): readonly string[] {
  const target = (rate: number | null) => (rate === null ? words.rules.asTrained : formats.share(rate));
  const { changes, target: targetName, blind } = words.rules;
  return [
    ...(before.targetWrongRate === after.targetWrongRate
      ? []
      : [changes.from(targetName, target(before.targetWrongRate), target(after.targetWrongRate))]),
    ...(before.blindShare === after.blindShare
      ? []
      : [changes.from(blind, formats.share(before.blindShare), formats.share(after.blindShare))]),
  ];
}

function aboutCalendar(before: Draft, after: Draft, { words, formats }: Speech): readonly string[] {
  const { changes, region, closes, closed, regions } = words.rules;
  const days = (draft: Draft) => draft.calendar.closedDays.map(formats.date).join(', ') || words.none;
  const shown: readonly (readonly [string, (draft: Draft) => string])[] = [
    [region, (draft) => regions[draft.calendar.region]],
    [closes, (draft) => String(draft.calendar.closesAtHour)],
    [closed, days],
  ];
  return shown
    .filter(([, show]) => show(before) !== show(after))
    .map(([what, show]) => changes.from(what, show(before), show(after)));
}
