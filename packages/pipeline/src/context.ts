import type { BlobStore } from '@mailroom/blobs';
import type {
  BusinessCalendar,
  Classification,
  CustomerLookup,
  DocumentState,
  ImagePage,
  Letter,
  OpenedDocument,
  OpenedPage,
  ReadPage,
  Taxonomy,
} from '@mailroom/core';
import type { Database } from '@mailroom/database';
import type { Attempt } from './attempt.ts';
import type { StageName } from './stage.ts';

/** What the stages work with, made once by the program that runs them. */
export interface Context {
  readonly database: Database;
  readonly blobs: BlobStore;
  readonly opener: Opener;
  readonly reader: Reader;
  readonly separator: Separator;
  readonly customers: CustomerLookup;
  /** Those in force at this moment: to be asked anew for every document. */
  rules(): Rules;
  readonly measure?: Measure;
}

/** Told of every attempt at a stage, how it ended and what time it took. */
export type Measure = (stage: StageName, outcome: Attempt['kind'] | DocumentState, ms: number) => void;

/** What people may change while documents are in work. */
export interface Rules {
  readonly classifier: Classifier;
  readonly taxonomy: Taxonomy;
  readonly calendar: BusinessCalendar;
}

/** Opens a document's bytes. Throws BadDocumentError when they are not a readable document. */
export interface Opener {
  /** A stack may have more pages than a letter. */
  open(bytes: Buffer, fileName: string, options?: { readonly isStack?: boolean }): Promise<OpenedDocument>;
}

/** Reads one page image. Throws BadDocumentError when the engine cannot. */
export interface Reader {
  read(page: ImagePage, options?: { readonly barcodes?: boolean }): Promise<ReadPage>;
  /** A searchable PDF/A of the pages, in order. */
  writePdf(
    pages: readonly { image: OpenedPage; read: ReadPage }[],
    meta: { documentId: string; title: string; createdAt: Date },
  ): Promise<Buffer>;
}

/** Tells the letters of a stack without separator sheets apart, and cuts it. */
export interface Separator {
  plan(pages: readonly ReadPage[]): StackPlan;
  /** A file for each range of pages, the same bytes each time; undefined when the stack cannot be cut. */
  cut(
    bytes: Buffer,
    ranges: readonly { readonly first: number; readonly last: number }[],
  ): Promise<readonly Buffer[] | undefined>;
}

export interface StackPlan {
  /** Without a gap, at least one. `doubt`, German: which of its pages may begin another letter, and why. */
  readonly letters: readonly {
    readonly first: number;
    readonly last: number;
    readonly doubt: string | undefined;
  }[];
  /** How likely a letter begins on each page that was judged, and what speaks for it. */
  readonly beginnings: readonly {
    readonly page: number;
    readonly confidence: number;
    readonly reasons: readonly string[];
  }[];
}

export interface Classifier {
  classify(letter: Letter): Classification;
}
