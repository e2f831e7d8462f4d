import type { ReadPage } from '@mailroom/core';
import type { Database } from './database.ts';
import { type Found, separating } from './found.ts';
import { type DocumentRecord, type Doubt, documentColumns } from './load.ts';
import { textOf } from './save-reading.ts';
import { type RankedAccount, type RankedIntent, rankAccounts, rankIntents } from './save-results.ts';

/** What the stages have found out about a document so far; empty where none has looked yet. */
export interface Findings {
  /** The pages, where they have just been read and nobody has written them yet. */
  readonly pages?: readonly ReadPage[];
  /** A form feed between pages. */
  readonly text: string;
  /** Most important first. */
  readonly intents: readonly RankedIntent[];
  readonly accounts: readonly RankedAccount[];
  /** The reasons for a person to decide, in the order in which the stages found them. */
  readonly doubts: readonly Doubt[];
}

export interface DocumentInWork {
  readonly document: DocumentRecord;
  readonly findings: Findings;
}

export async function loadInWork(database: Database, id: number): Promise<DocumentInWork | undefined> {
  const [row] = await database.call<DocumentRecord & Findings>({ text: query, values: [id] });
  if (!row) return undefined;
  const { text, intents, accounts, doubts, ...document } = row;
  return { document, findings: { text, intents, accounts, doubts } };
}

/** What is known when a stage has found out something more. */
export function withFound(
  findings: Findings,
  stage: string,
  { reading, classification, indexing, separation, doubt }: Found,
): Findings {
  return {
    ...(reading ? { pages: reading.pages, text: textOf(reading.pages) } : keptPages(findings)),
    intents: classification ? rankIntents(classification) : findings.intents,
    accounts: indexing ? rankAccounts(indexing.match) : findings.accounts,
    doubts: [
      ...findings.doubts.filter((one) => one.stage !== stage),
      ...(doubt === undefined ? [] : [{ stage, reason: doubt }]),
      ...(separation?.doubt === undefined ? [] : [{ stage: separating, reason: separation.doubt }]),
    ],
  };
}

function keptPages({ pages, text }: Findings): Pick<Findings, 'pages' | 'text'> {
  return pages ? { pages, text } : { text };
}

const query = `select ${documentColumns},
  coalesce((select text from document_texts where document_id = id), '') as text,
  coalesce((select json_agg(json_build_object('intent', intent, 'confidence', confidence, 'evidence', evidence,
    'chosen', chosen) order by position) from intents where document_id = documents.id), '[]') as intents,
  coalesce((select json_agg(json_build_object('customerNumber', customer_number, 'name', name,
    'confidence', confidence, 'evidence', evidence, 'linked', linked) order by position)
    from account_links where document_id = documents.id), '[]') as accounts,
  coalesce((select json_agg(json_build_object('stage', stage, 'reason', reason)
    order by array_position(array['ingest', 'ocr', 'separate', 'classify', 'index'], stage))
    from doubts where document_id = documents.id), '[]') as doubts
  from documents where id = $1`;
