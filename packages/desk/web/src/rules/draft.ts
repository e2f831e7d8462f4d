import type { RulebookDraft } from '../../../src/api/rules.ts';

export type Draft = RulebookDraft;
export type DraftIntent = Draft['taxonomy']['intents'][number];

/** What every part of the editor works on: the rules as they would be, and how to change them. */
export interface Editing {
  readonly draft: Draft;
  change(next: Draft): void;
}

export function withIntent(draft: Draft, intent: string, change: Partial<DraftIntent>): Draft {
  const intents = draft.taxonomy.intents.map((one) => (one.intent === intent ? { ...one, ...change } : one));
  return { ...draft, taxonomy: { ...draft.taxonomy, intents } };
}

export function withoutIntent(draft: Draft, intent: string): Draft {
  const intents = draft.taxonomy.intents.filter((one) => one.intent !== intent);
  return { ...draft, taxonomy: { ...draft.taxonomy, intents } };
}

/** An intent that only people choose until a model is trained that recognises it. */
export function withNewIntent(draft: Draft, label: string): Draft {
  const fresh: DraftIntent = {
    ...{ intent: freeName(draft, label), label: { de: label, en: label }, queue: 'allgemein' },
    ...{ due: { unit: 'businessDays', amount: 5 }, retentionClass: 'trade-letter' },
    ...{ needsAccount: true, keywords: [] },
  };
  return { ...draft, taxonomy: { ...draft.taxonomy, intents: [...draft.taxonomy.intents, fresh] } };
}

/** "SEPA-Mandat ändern" becomes "sepa-mandat-aendern"; a name that is taken gets "-neu". */
function freeName(draft: Draft, label: string): string {
  const plain = plainName(label);
  const taken = new Set(draft.taxonomy.intents.map((one) => one.intent));
  let name = plain;
  while (taken.has(name)) name = `${name}-neu`;
  return name;
}

export function plainName(label: string): string {
  const spelt = label.toLowerCase().replace(/[äöüß]/g, (one) => spelling[one] ?? one);
  return spelt.replace(/[^a-z]+/g, '-').replace(/^-+|-+$/g, '') || 'neu';
}

const spelling: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

export function queuesOfDraft({ taxonomy }: Draft): readonly string[] {
  return [...new Set(taxonomy.intents.map((one) => one.queue))].sort();
}
