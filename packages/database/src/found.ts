import type { Classification } from '@mailroom/core';
import type { Transaction } from './database.ts';
import { type Rows, together } from './insert-rows.ts';
import { type Reading, readingRows } from './save-reading.ts';
import {
  doubtRows,
  type Indexing,
  indexingRows,
  intentRows,
  type NewWorkItem,
  workRows,
} from './save-results.ts';
import type { Separation } from './stacks/save-separation.ts';
import type { TwinSearch } from './twins/twin-keys.ts';

/** What one stage found out about a document: what the stages after it build on, and what is written. */
export interface Found {
  readonly reading?: Reading;
  readonly classification?: Classification;
  readonly indexing?: Indexing;
  readonly route?: Route;
  /** Of a stack: its letters, or where it may have to be cut. */
  readonly separation?: Separation;
  readonly twins?: TwinsFound;
  /** Why a person should decide, as this stage sees it. */
  readonly doubt?: string | undefined;
}

export interface Route {
  /** ISO date. */
  readonly receiptDate: string;
  readonly workItems: readonly NewWorkItem[];
}

/** Under which names a stage writes doubts: reading a stack also asks where its letters end. */
export function doubtingStages(stage: string, { separation }: Found): readonly string[] {
  return separation ? [stage, separating] : [stage];
}

/** What boundaries are doubted under. */
export const separating = 'separate';

/** Which letters a document was compared with; see lookForTwins. */
export interface TwinsFound {
  readonly search: TwinSearch;
  readonly compared: readonly number[];
  /** What is written with the rest when it repeats one of them. */
  readonly follow?: ((transaction: Transaction) => Promise<void>) | undefined;
}

export function rowsOf(
  documentId: number,
  stage: string,
  { reading, classification, indexing, route, separation, doubt }: Found,
): Rows {
  return together([
    doubtRows(documentId, stage, doubt),
    doubtRows(documentId, separating, separation?.doubt),
    reading ? readingRows(documentId, reading) : {},
    classification ? intentRows(documentId, classification) : {},
    indexing ? indexingRows(documentId, indexing) : {},
    route ? workRows(documentId, route.workItems) : {},
  ]);
}

/** What stands in the document's own row. */
export function factsOf({ reading, classification, route }: Found): Readonly<Record<string, unknown>> {
  return {
    ...(reading && {
      page_count: reading.pages.length,
      searchable_pdf: reading.searchablePdf ?? null,
      media_type: reading.mediaType,
      ...(reading.sender === undefined ? {} : { sender: reading.sender }),
    }),
    ...(classification && { model_version: classification.modelVersion }),
    ...(route && { receipt_date: route.receiptDate }),
  };
}
