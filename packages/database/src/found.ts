import type { Classification } from '@mailroom/core';
import type { Statement } from './database.ts';
import { type Reading, saveReading } from './save-reading.ts';
import {
  type Indexing,
  type NewWorkItem,
  saveClassification,
  saveDoubt,
  saveIndexing,
  saveWorkItems,
} from './save-results.ts';

/** What one stage found out about a document: what the stages after it build on, and what is written. */
export interface Found {
  readonly reading?: Reading;
  readonly classification?: Classification;
  readonly indexing?: Indexing;
  readonly route?: Route;
  /** Why a person should decide, as this stage sees it. */
  readonly doubt?: string | undefined;
}

export interface Route {
  /** ISO date. */
  readonly receiptDate: string;
  readonly workItems: readonly NewWorkItem[];
}

export function saveFound(
  documentId: number,
  stage: string,
  { reading, classification, indexing, route, doubt }: Found,
): readonly Statement[] {
  return [
    ...saveDoubt(documentId, stage, doubt),
    ...(route ? saveWorkItems(documentId, route.workItems) : []),
    ...(indexing ? saveIndexing(documentId, indexing) : []),
    ...(classification ? saveClassification(documentId, classification) : []),
    ...(reading ? saveReading(documentId, reading) : []),
  ];
}

/** What stands in the document's own row. */
export function factsOf({ reading, classification, route }: Found): Readonly<Record<string, unknown>> {
  return {
    ...(reading && {
      page_count: reading.pages.length,
      searchable_pdf: reading.searchablePdf ?? null,
      media_type: reading.mediaType,
    }),
    ...(classification && { model_version: classification.modelVersion }),
    ...(route && { receipt_date: route.receiptDate }),
  };
}
