import { type KnownTwin, loadTwins, type Queryable } from '@mailroom/database';
import { decideTwin, type Twin, type TwinDecision } from '@mailroom/router';
import type { Twins } from './look-for-twins.ts';

/** What becomes of a document in view of the letters that it repeats. */
export interface TwinPlan extends Twins {
  /** Undefined when the letter comes for the first time. */
  readonly lead: KnownTwin | undefined;
  readonly decision: TwinDecision;
}

/** `alone` is what the stages would make of the document if it were the only one. */
export async function planTwins(database: Queryable, twins: Twins, alone: Twin): Promise<TwinPlan> {
  const lead = await leadOf(database, twins);
  if (!lead) return { ...twins, lead, decision: 'beside' };
  const { state, ...known } = lead;
  if (state !== 'routed' && state !== 'review') return { ...twins, lead: undefined, decision: 'beside' };
  const intents = state === 'routed' ? lead.workIntents : lead.intents;
  return { ...twins, lead, decision: decideTwin(alone, { ...known, state, intents }) };
}

/** The document with the work: the first of the same letters, or the one that this is itself a copy of. */
async function leadOf(database: Queryable, { found }: Twins): Promise<KnownTwin | undefined> {
  const same = found.filter(({ likeness }) => likeness === 'same');
  const first = same.find(({ state }) => state === 'routed') ?? same[0];
  if (!first || first.copyOf === null) return first;
  const [lead] = await loadTwins(database, [first.copyOf]);
  return lead;
}
