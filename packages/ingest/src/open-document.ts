import type { OpenedDocument } from '@mailroom/core';
import { defaultLimits, type OpenLimits } from './limits.ts';
import { openNested } from './open-nested.ts';

export interface OpenOptions {
  /** Used in notes only; the content decides what a file is. */
  readonly fileName: string;
  readonly limits?: Partial<OpenLimits>;
}

/**
 * Opens a letter, fax or mail of any format we read: its pages, one at a time. Throws BadDocumentError with a
 * German sentence, here when the file as a whole is bad, from `pages()` when no page of it can be shown.
 * `notes` is complete when `pages()` has ended. Decoders may take long or much memory on hostile files: call
 * it in a child process with a watchdog.
 */
export async function openDocument(bytes: Buffer, options: OpenOptions): Promise<OpenedDocument> {
  const limits = { ...defaultLimits, ...options.limits };
  return await openNested(bytes, { limits, depth: 0, attachmentsLeft: { count: limits.maxAttachments } });
}
