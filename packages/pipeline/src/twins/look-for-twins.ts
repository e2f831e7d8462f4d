import type { Likeness } from '@mailroom/core';
import {
  type Database,
  type DocumentInWork,
  findTwinCandidates,
  type KnownTwin,
  loadPages,
  loadTwins,
  type TwinSearch,
  unpackWords,
} from '@mailroom/database';
import { compareLetters, type LetterPrint, printLetter, twinKeys } from '@mailroom/indexer';

/** A document that came before and is the same letter, or one like it. */
export interface FoundTwin extends KnownTwin {
  readonly likeness: Likeness;
}

/** What was looked for, and what was found. */
export interface Twins {
  readonly search: TwinSearch;
  /** Every document that this one was compared with. */
  readonly compared: readonly number[];
  readonly found: readonly FoundTwin[];
}

/** The settled documents that are the same letter; a few milliseconds, for only those that share a key are read. */
export async function lookForTwins(
  database: Database,
  { document, findings }: DocumentInWork,
  customerNumber: string | null,
): Promise<Twins> {
  const { id: documentId, channel, receivedAt } = document;
  const print = findings.pages ? printLetter(findings.pages, channel) : await loadPrint(database, document);
  const search = { documentId, receivedAt, customerNumber, keys: twinKeys(print, customerNumber) };
  const compared = await findTwinCandidates(database, search);
  const found: FoundTwin[] = [];
  for (const candidate of await loadTwins(database, compared)) {
    const likeness = compareLetters(print, await loadPrint(database, candidate));
    if (likeness !== 'different') found.push({ ...candidate, likeness });
  }
  return { search, compared, found };
}

async function loadPrint(
  database: Database,
  { id, channel }: Pick<KnownTwin, 'id' | 'channel'>,
): Promise<LetterPrint> {
  const pages = await loadPages(database, id);
  return printLetter(
    pages.map((page) => ({ ...page, words: unpackWords(page.words) })),
    channel,
  );
}
