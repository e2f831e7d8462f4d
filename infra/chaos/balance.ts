import { readFile } from 'node:fs/promises';
import { brokenChains, type Database } from '@mailroom/database';
import type { Mail } from './documents.ts';

/** What the database says after the calm; every number that must be zero is named for what it would mean. */
export interface Balance {
  readonly documents: number;
  readonly routed: number;
  readonly review: number;
  readonly rejected: number;
  readonly workItems: number;
  /** Why documents are in review, most frequent first. */
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
  /** In words, one for each thing that does not add up. */
  readonly problems: readonly string[];
}

interface Expected {
  readonly documents: number;
  readonly mail: Mail;
  readonly reports: readonly { readonly file: string; readonly lines: number }[];
}

export async function drawBalance(database: Database, expected: Expected): Promise<Balance> {
  const count = await countAll(database);
  const problems: string[] = [];
  const expect = (what: string, is: number, should: number) => {
    if (is !== should) problems.push(`${what}: ${is}, not ${should}`);
  };
  expect('documents', count.documents, expected.documents);
  expect('routed + in review + rejected', count.routed + count.review + count.rejected, expected.documents);
  expect('rejected', count.rejected, expected.mail.broken);
  expect('routed without a work item', count.withoutWorkItem, 0);
  expect('doubled work items', count.doubledWorkItems, 0);
  expect('stages that left their mark twice', count.doubledEvents, 0);
  expect('given to a person only because of a fault', count.gaveUp, 0);
  expect('broken event chains', (await brokenChains(database)).length, 0);
  for (const { file, lines } of expected.reports) expect(`lines in ${file}`, await countLines(file), lines);
  return { ...count, reasons: await reasonsOf(database), problems };
}

async function reasonsOf(database: Database): Promise<Balance['reasons']> {
  const { rows } = await database.query<Balance['reasons'][number]>(
    `select regexp_replace(reason, '\\d+', 'N', 'g') as reason, count(*) as count from documents
     where state = 'review' group by 1 order by 2 desc limit 10`,
  );
  return rows;
}

async function countAll(database: Database): Promise<Record<CountName, number>> {
  const { rows } = await database.query<Record<CountName, number>>(countQuery);
  const [row] = rows;
  if (!row) throw new Error('a query without from returns a row');
  return row;
}

type CountName =
  | 'documents'
  | 'routed'
  | 'review'
  | 'rejected'
  | 'workItems'
  | 'withoutWorkItem'
  | 'doubledWorkItems'
  | 'doubledEvents'
  | 'gaveUp';

const countQuery = `select
  (select count(*) from documents) as documents,
  (select count(*) from documents where state = 'routed') as routed,
  (select count(*) from documents where state = 'review') as review,
  (select count(*) from documents where state = 'rejected') as rejected,
  (select count(*) from work_items) as "workItems",
  (select count(*) from documents where state = 'routed' and copy_of is null
     and not exists (select from work_items where document_id = documents.id)) as "withoutWorkItem",
  (select count(*) from (select from work_items group by document_id, intent having count(*) > 1) t) as "doubledWorkItems",
  (select count(*) from (select from events where kind <> 'received-again'
     group by document_id, kind having count(*) > 1) t) as "doubledEvents",
  (select count(*) from documents where reason like '%gescheitert%') as "gaveUp"`;

async function countLines(file: string): Promise<number> {
  const text = await readFile(file, 'utf8');
  return text.split('\n').filter(Boolean).length;
}
