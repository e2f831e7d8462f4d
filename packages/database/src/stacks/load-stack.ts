import type { Channel, DocumentState } from '@mailroom/core';
import type { Queryable } from '../database.ts';
import type { Stack, StackPage, StackPart } from './save-stack.ts';
import { type StackScope, stackVisible } from './stack-scope.ts';

export interface LoadedPart extends StackPart {
  readonly state: DocumentState;
  /** German, of a document in review or rejected. */
  readonly reason: string | null;
}

export interface LoadedStack extends Stack {
  /** Who looked at every boundary, when somebody did. */
  readonly mendedBy: string | null;
  readonly parts: readonly LoadedPart[];
}

export async function loadStack(database: Queryable, sha256: string): Promise<LoadedStack | undefined> {
  const { rows } = await database.query<Omit<LoadedStack, 'pages' | 'parts'>>(
    `select sha256, file_name as "fileName", media_type as "mediaType", mended_by as "mendedBy"
     from stacks where sha256 = $1`,
    [sha256],
  );
  const [stack] = rows;
  if (!stack) return undefined;
  const [pages, parts] = await Promise.all([pagesOf(database, sha256), partsOf(database, sha256)]);
  return { ...stack, pages, parts };
}

async function pagesOf(database: Queryable, sha256: string): Promise<readonly StackPage[]> {
  const { rows } = await database.query<StackPage>(
    'select number, kind, confidence, reasons from stack_pages where stack = $1 order by number',
    [sha256],
  );
  return rows;
}

export async function partsOf(database: Queryable, sha256: string): Promise<readonly LoadedPart[]> {
  const { rows } = await database.query<LoadedPart>(
    `select first_page as first, last_page as last, document_id as "documentId", state, reason
     from stack_parts join documents on documents.id = document_id where stack = $1 order by first_page`,
    [sha256],
  );
  return rows;
}

/** The stack that a document was cut from; undefined when it came by itself. */
export async function stackOf(database: Queryable, documentId: number): Promise<string | undefined> {
  const { rows } = await database.query<{ stack: string }>(
    'select stack from stack_parts where document_id = $1 order by stack limit 1',
    [documentId],
  );
  return rows[0]?.stack;
}

export interface ListedStack {
  readonly sha256: string;
  readonly fileName: string;
  readonly pages: number;
  readonly letters: number;
  /** Letters that wait because a boundary is not sure. */
  readonly doubtful: number;
  readonly batch: string | null;
  readonly createdAt: Date;
  readonly mendedBy: string | null;
}

/** What was cut lately inside the scope, those with doubtful boundaries first. */
export async function listStacks(
  database: Queryable,
  { stations }: StackScope,
  limit = 200,
): Promise<readonly ListedStack[]> {
  const { rows } = await database.query<ListedStack>(
    `select sha256, file_name as "fileName", page_count as pages, created_at as "createdAt",
       mended_by as "mendedBy", letters, doubtful, batch
     from stacks join lateral (
       select count(*) as letters, min(batches.name) as batch,
         count(*) filter (where documents.state = 'review'
           and exists (select from doubts where document_id = documents.id and stage = 'separate')) as doubtful
       from stack_parts join documents on documents.id = document_id join batches on batches.id = batch_id
       where stack = sha256) as cut on true
     where ${stackVisible('$1')} order by doubtful > 0 desc, created_at desc limit $2`,
    [stations, limit],
  );
  return rows;
}

/** What letters that are cut anew inherit from the stack's first letter. */
export interface StackOrigin {
  readonly batchId: number;
  readonly path: string;
  readonly channel: Channel;
  readonly receivedAt: Date;
  readonly sender: string | null;
  readonly priority: number;
  readonly facts: Readonly<Record<string, string>>;
}

export async function originOf(database: Queryable, sha256: string): Promise<StackOrigin | undefined> {
  const { rows } = await database.query<StackOrigin>(
    `select documents.batch_id as "batchId", channel, received_at as "receivedAt", sender, priority, arrivals.facts,
       regexp_replace(path, ' pages [0-9-]+$', '') as path
     from stack_parts join documents on documents.id = stack_parts.document_id
       join arrivals on arrivals.document_id = documents.id
     where stack = $1 order by first_page, arrivals.id limit 1`,
    [sha256],
  );
  return rows[0];
}

/** How each page of a stack lies, by its number, as far as it was found when its letters were read. */
export async function turnsOfStack(
  database: Queryable,
  sha256: string,
): Promise<ReadonlyMap<number, 0 | 90 | 180 | 270>> {
  const { rows } = await database.query<{ page: number; turn: 0 | 90 | 180 | 270 }>(
    `select first_page + number - 1 as page, turn from stack_parts join pages using (document_id) where stack = $1`,
    [sha256],
  );
  return new Map(rows.map(({ page, turn }) => [page, turn]));
}
