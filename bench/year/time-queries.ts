import { loadTaxonomy } from '@mailroom/classifier';
import type { Channel, DocumentState } from '@mailroom/core';
import { type Database, type DocumentQuery, findDocuments, parseQueryLine } from '@mailroom/database';
import { type QueryKind, queriesOf } from './query-kinds.ts';
import type { SampleLetter } from './sample-letters.ts';

export interface KindTimes {
  readonly kind: string;
  /** Ascending. */
  readonly ms: readonly number[];
  /** Of the queries, how many found something. */
  readonly found: number;
}

/** What the desk's search runs for each query, one after the other: reading of the line, all queries, snippets. */
export async function timeKind(
  database: Database,
  kind: QueryKind,
  letters: readonly SampleLetter[],
): Promise<KindTimes> {
  const ms: number[] = [];
  let found = 0;
  for (const line of queriesOf(kind, letters)) {
    const query = understood(line);
    const scope = { queues: kind.queues ?? null };
    let after: { receivedAt: Date; id: number } | undefined;
    for (let page = 1; page <= (kind.page ?? 1); page += 1) {
      const startedAt = performance.now();
      const items = await findDocuments(database, query, scope, { after, limit: 30 });
      if (page === (kind.page ?? 1)) {
        ms.push(performance.now() - startedAt);
        found += items.length > 0 ? 1 : 0;
      }
      const last = items.at(-1);
      after = last && { receivedAt: last.receivedAt, id: last.documentId };
    }
  }
  return { kind: kind.kind, ms: ms.sort((one, other) => one - other), found };
}

/** As the desk reads a line; days are whole days. */
function understood(line: string): DocumentQuery {
  const { words, numbers, filters } = parseQueryLine(line);
  const { konto, seit, bis, kanal, queue, status } = filters;
  return {
    ...{ words, numbers, customerNumber: konto, queue: queue && knownQueue(queue) },
    channel: kanal as Channel | undefined, // written so in query-kinds.ts
    state: status as DocumentState | undefined,
    from: seit === undefined ? undefined : new Date(seit),
    before: bis === undefined ? undefined : new Date(Date.parse(bis) + 86_400_000),
  };
}

const queues = new Set(loadTaxonomy().intents.map(({ queue }) => queue));
const knownQueue = (queue: string): string => {
  if (!queues.has(queue)) throw new Error(`no such queue: ${queue}`);
  return queue;
};

export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
