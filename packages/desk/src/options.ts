import type { BlobStore } from '@mailroom/blobs';
import type { RulebookClassifier } from '@mailroom/classifier';
import type { OpenedPage } from '@mailroom/core';
import type { Database, RulesInForce } from '@mailroom/database';
import type { Opener, Splitter } from '@mailroom/ingest';
import type { CompanySignInOptions } from './access/company-sign-in.ts';

/** What the desk works with, handed down by the program that starts it. */
export interface DeskOptions {
  readonly database: Database;
  readonly blobs: BlobStore;
  readonly rules: RulesInForce;
  /** The machine, to see what other rules would make it decide. */
  readonly classifiers: RulebookClassifier;
  /** Opens originals in a child process: what is shown comes from anybody. */
  readonly opener: Pick<Opener, 'open'>;
  /** Cuts stacks anew, in a child process as well. */
  readonly splitter: Pick<Splitter, 'cut'>;
  /** A page as WebP, upright; without it renderPagePreview of @mailroom/ocr. */
  readonly renderPreview?: (page: OpenedPage, turn?: 0 | 90 | 180 | 270) => Promise<Buffer>;
  /** Address to listen on; behind a proxy that speaks TLS, the loopback. */
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Where browsers reach the desk, when that is not where it listens: behind a proxy that speaks TLS. */
  readonly publicUrl?: URL;
  /** The company's identity provider; without it only local users sign in. Needs `publicUrl`. */
  readonly company?: CompanySignInOptions;
  /** Hints the queue that a document waits for a stage again; without it the reconciler finds it. */
  readonly rework?: (documentId: number) => Promise<void>;
}

export interface Desk {
  readonly url: string;
  /** While there is no user: the one-time link that creates the administrator. To be printed, never logged. */
  readonly setupUrl: string | undefined;
  close(): Promise<void>;
}
