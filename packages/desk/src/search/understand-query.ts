import {
  addDays,
  type BusinessCalendar,
  type Channel,
  type DocumentState,
  documentStates,
  foldGerman,
  foldNumber,
  type Taxonomy,
} from '@mailroom/core';
import { type DocumentQuery, type FilterName, parseDay, type QueryLine } from '@mailroom/database';
import { DateTime } from 'luxon';

interface Surroundings {
  readonly taxonomy: Taxonomy;
  readonly calendar: BusinessCalendar;
  /** ISO date. */
  readonly today: string;
}

/** A filter whose value means nothing. */
export interface QueryProblem {
  readonly filter: FilterName;
  readonly value: string;
}

type Understood = Partial<DocumentQuery> | undefined;

/** What the filters of a query line mean; `problems` names those that mean nothing. */
export function understandQuery(
  { words, numbers, filters }: QueryLine,
  surroundings: Surroundings,
): { query: DocumentQuery; problems: readonly QueryProblem[] } {
  let query: DocumentQuery = { words, numbers };
  const problems: QueryProblem[] = [];
  for (const [name, value] of Object.entries(filters) as [FilterName, string][]) {
    const understood = understand[name](value, surroundings);
    if (understood) query = { ...query, ...understood };
    else problems.push({ filter: name, value });
  }
  return { query, problems };
}

/** Each gives a part of the query. */
const understand: Readonly<Record<FilterName, (value: string, surroundings: Surroundings) => Understood>> = {
  konto: (value) => ({ customerNumber: foldNumber(value) }),
  seit: (value, around) => dayFilter(value, around, (day) => ({ from: startOf(day, around.calendar) })),
  bis: (value, around) =>
    dayFilter(value, around, (day) => ({ before: startOf(addDays(day, 1), around.calendar) })),
  kanal(value) {
    const channel = one(value, channels);
    return channel && { channel };
  },
  anliegen(value, { taxonomy }) {
    const names = taxonomy.intents.map(
      ({ intent, label }) => [intent, [intent, label.de, label.en]] as const,
    );
    const intent = one(value, names);
    return intent === undefined ? undefined : { intent };
  },
  queue(value, { taxonomy }) {
    const queue = one(
      value,
      [...new Set(taxonomy.intents.map((all) => all.queue))].map((all) => [all, [all]] as const),
    );
    return queue === undefined ? undefined : { queue };
  },
  status(value) {
    const state = one(value, states);
    return state && { state };
  },
};

const channels: readonly (readonly [Channel, readonly string[]])[] = [
  ['letter', ['letter', 'brief', 'post']],
  ['fax', ['fax']],
  ['email', ['email', 'mail', 'e-mail']],
];

const germanStates: Partial<Record<DocumentState, readonly string[]>> = {
  received: ['eingegangen'],
  read: ['gelesen'],
  classified: ['erkannt'],
  indexed: ['zugeordnet'],
  routed: ['zugestellt', 'delivered'],
  review: ['klärung', 'prüfung'],
  rejected: ['abgewiesen'],
};
const states = documentStates.map((state) => [state, [state, ...(germanStates[state] ?? [])]] as const);

/** The first whose name begins with what was typed: "kün" is the cancellation. */
function one<Value>(typed: string, all: readonly (readonly [Value, readonly string[]])[]): Value | undefined {
  const wanted = foldGerman(typed);
  const begins = (exact: boolean) =>
    all.find(([, names]) =>
      names.map(foldGerman).some((name) => (exact ? name === wanted : name.startsWith(wanted))),
    );
  return (begins(true) ?? begins(false))?.[0];
}

function dayFilter(value: string, { today }: Surroundings, build: (day: string) => Understood): Understood {
  const day = parseDay(value, today);
  return day === undefined ? undefined : build(day);
}

const startOf = (day: string, { timeZone }: BusinessCalendar) =>
  DateTime.fromISO(day, { zone: timeZone }).startOf('day').toJSDate();
