import {
  addBusinessDays,
  addDays,
  type BusinessCalendar,
  definitionOf,
  endOfDay,
  type IntentDefinition,
  type Taxonomy,
} from '@mailroom/core';

export interface RouteInput {
  /** What the sender asks, most important first. */
  readonly intents: readonly string[];
  readonly customerNumber: string | null;
  /** ISO date, see receiptDate. */
  readonly receiptDate: string;
  /** What earlier stages were not sure of, in German sentences. */
  readonly doubts: readonly string[];
  /** Doubts about whose letter it is; they only count where the work needs the account. */
  readonly accountDoubts?: readonly string[];
}

export interface RouteContext {
  readonly taxonomy: Taxonomy;
  readonly calendar: BusinessCalendar;
}

export interface RoutedWork {
  readonly intent: string;
  readonly queue: string;
  readonly dueAt: Date;
  readonly customerNumber: string | null;
}

/** Either work items, or the reason (German) why a person must decide; never both. */
export interface RouteDecision {
  readonly workItems: readonly RoutedWork[];
  readonly reason?: string;
}

/** One work item per intent in its department's queue, or a person decides: a wrong route costs more than a look. */
export function decideRoute(input: RouteInput, context: RouteContext): RouteDecision {
  const reasons = reasonsForReview(input, context.taxonomy);
  if (reasons.length > 0) return { workItems: [], reason: reasons.join(' ') };
  const intents = [...new Set(input.intents)];
  return { workItems: intents.map((intent) => workItem(intent, input, context)) };
}

function reasonsForReview(input: RouteInput, taxonomy: Taxonomy): readonly string[] {
  const reasons = [...input.doubts.map(asSentence), ...aboutIntents(input, taxonomy)];
  return [...new Set([...reasons, ...aboutAccount(input, taxonomy)])];
}

function aboutIntents({ intents, doubts }: RouteInput, taxonomy: Taxonomy): readonly string[] {
  if (intents.length === 0) {
    // An earlier doubt says it better.
    return doubts.length > 0 ? [] : ['Es wurde kein Anliegen erkannt; bitte lesen und das Anliegen wählen.'];
  }
  const known = new Set(taxonomy.intents.map((one) => one.intent));
  const unknown = intents.filter((intent) => !known.has(intent));
  if (unknown.length === 0) return [];
  return [`Das Anliegen ${list(unknown)} ist in der Taxonomie unbekannt; bitte ein bekanntes wählen.`];
}

function aboutAccount(input: RouteInput, taxonomy: Taxonomy): readonly string[] {
  const needing = taxonomy.intents.filter((one) => one.needsAccount && input.intents.includes(one.intent));
  if (needing.length === 0) return [];
  const doubts = (input.accountDoubts ?? []).map(asSentence);
  if (input.customerNumber !== null || doubts.length + input.doubts.length > 0) return doubts;
  return [`Für ${list(needing.map((one) => one.label.de))} fehlt das Kundenkonto; bitte das Konto zuordnen.`];
}

/** When work is due that came in on `receiptDate` (ISO), for each intent. */
export function dueTimes(
  receiptDate: string,
  { taxonomy, calendar }: RouteContext,
): ReadonlyMap<string, Date> {
  return new Map(taxonomy.intents.map((one) => [one.intent, dueTime(one, receiptDate, calendar)]));
}

function workItem(intent: string, input: RouteInput, { taxonomy, calendar }: RouteContext): RoutedWork {
  const definition = definitionOf(taxonomy, intent);
  return {
    intent,
    queue: definition.queue,
    dueAt: dueTime(definition, input.receiptDate, calendar),
    customerNumber: input.customerNumber,
  };
}

function dueTime({ due }: IntentDefinition, receiptDate: string, calendar: BusinessCalendar): Date {
  const date =
    due.unit === 'businessDays'
      ? addBusinessDays(receiptDate, due.amount, calendar)
      : addDays(receiptDate, due.amount);
  return endOfDay(date, calendar);
}

const list = (words: readonly string[]): string => words.map((word) => `„${word}“`).join(', ');

const asSentence = (text: string): string => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);
