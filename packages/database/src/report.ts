import type { Channel, DocumentState } from '@mailroom/core';
import type { Queryable } from './database.ts';

/** One line of the report: what became of one file (see docs/report.md). */
export interface ReportLine {
  readonly file: string;
  readonly documentId: string;
  readonly state: DocumentState;
  readonly reason: string | null;
  readonly channel: Channel;
  readonly pages: number;
  readonly receivedAt: string;
  readonly receiptDate: string | null;
  readonly intents: readonly { readonly intent: string; readonly confidence: number }[];
  readonly account: {
    readonly customerNumber: string;
    readonly confidence: number;
    readonly evidence: readonly string[];
  } | null;
  readonly queues: readonly string[];
  readonly dueAt: string | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly text: string;
}

interface Row extends Omit<ReportLine, 'receivedAt' | 'dueAt'> {
  readonly receivedAt: Date;
  readonly dueAt: Date | null;
  readonly arrival: number;
}

/** The report of a batch, one line for each file that arrived in it, in order of arrival. */
export async function* reportBatch(database: Queryable, batchId: number): AsyncGenerator<ReportLine> {
  let last = 0;
  for (;;) {
    const { rows } = await database.query<Row>(reportQuery, [batchId, last]);
    for (const { arrival: _, receivedAt, dueAt, ...row } of rows) {
      yield { ...row, receivedAt: receivedAt.toISOString(), dueAt: dueAt?.toISOString() ?? null };
    }
    const end = rows.at(-1);
    if (!end) return;
    last = end.arrival;
  }
}

const reportQuery = `
  select arrivals.id as arrival, arrivals.path as file, documents.id::text as "documentId", state, reason, channel,
    coalesce(page_count, 0) as pages, received_at as "receivedAt", receipt_date as "receiptDate",
    coalesce((select json_agg(json_build_object('intent', intent, 'confidence', round(confidence::numeric, 3)) order by position)
      from intents where document_id = documents.id and chosen), '[]') as intents,
    (select json_build_object('customerNumber', customer_number, 'confidence', round(confidence::numeric, 3), 'evidence', evidence)
      from account_links where document_id = documents.id and linked) as account,
    coalesce((select json_agg(queue order by due) from
      (select queue, min(due_at) as due from work_items where document_id in (documents.id, copy_of) group by queue) q), '[]') as queues,
    (select min(due_at) from work_items where document_id in (documents.id, copy_of)) as "dueAt",
    coalesce((select json_object_agg(name, value) from fields where document_id = documents.id), '{}') as fields,
    coalesce((select text from document_texts where document_id = documents.id), '') as text
  from arrivals join documents on documents.id = arrivals.document_id
  where arrivals.batch_id = $1 and arrivals.id > $2 order by arrivals.id limit 500`;
