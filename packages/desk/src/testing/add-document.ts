import { createHash } from 'node:crypto';
import type { AccountCandidate, Channel, Fields, Intent, ReadPage } from '@mailroom/core';
import { advanceThrough, openBatch, register, type StagePassed } from '@mailroom/database';
import { decideRoute, receiptDate } from '@mailroom/router';
import type { DeskOptions } from '../options.ts';

/** A mail that is put through all stages with results that a test chooses. */
export interface LetterFacts {
  readonly text: string;
  readonly subject?: string;
  readonly channel?: Channel;
  readonly receivedAt?: Date;
  readonly fileName?: string;
  readonly intents?: readonly Intent[];
  readonly candidates?: readonly Intent[];
  readonly account?: AccountCandidate | null;
  readonly accountCandidates?: readonly AccountCandidate[];
  readonly fields?: Fields;
  /** With a doubt the document ends in review. */
  readonly doubt?: string;
}

type Options = Pick<DeskOptions, 'database' | 'blobs' | 'opener' | 'rules'>;

/** Returns the document's id. Every row is made by the verbs that the stages use. */
export async function addDocument(options: Options, facts: LetterFacts): Promise<number> {
  const documentId = await arrive(options, facts);
  const { database } = options;
  const pages = await readPages(options, facts);
  const { intents = [], candidates = [], account = null, accountCandidates = [], fields = {}, doubt } = facts;
  const classification = { intents, candidates, modelVersion: 'test' };
  const indexing = { fields, match: { account, candidates: accountCandidates } };
  await advanceThrough(database, documentId, 'received', [
    {
      ...{ actor: 'ocr', to: 'read' },
      found: { reading: { pages, searchablePdf: undefined, mediaType: 'message/rfc822' } },
    },
    { actor: 'classify', to: 'classified', found: { classification } },
    { actor: 'index', to: 'indexed', found: { indexing, doubt } },
    routed(options, facts),
  ]);
  return documentId;
}

async function arrive({ database, blobs }: Options, facts: LetterFacts): Promise<number> {
  const bytes = mailOf(facts);
  const { channel = 'email', receivedAt = new Date(), fileName = 'brief.eml' } = facts;
  const batchId = await openBatch(database, { name: 'Korb 1', source: 'folder', receivedAt });
  const sha256 = await blobs.put(bytes);
  const { documentId } = await register(database, {
    ...{
      batchId,
      path: `${hashOf(bytes)}-${fileName}`,
      bytes: bytes.length,
      modifiedMs: 0,
      sha256,
      fileName,
    },
    ...{ mediaType: 'message/rfc822', channel, receivedAt, priority: 10 },
  });
  return documentId;
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex').slice(0, 8);

function mailOf({ text, subject = 'Mein Vertrag', fileName = '' }: LetterFacts): Buffer {
  const head = `From: Anna <anna@example.org>\r\nSubject: ${subject}\r\nX-File: ${encodeURIComponent(fileName)}`;
  return Buffer.from(`${head}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}`);
}

async function readPages({ opener }: Options, facts: LetterFacts): Promise<readonly ReadPage[]> {
  const pages: ReadPage[] = [];
  for await (const page of (await opener.open(mailOf(facts), 'brief.eml')).pages()) {
    if (page.kind !== 'text') continue;
    const { number, text, words, widthPx, heightPx } = page;
    const plain = {
      xDpi: 200,
      yDpi: 200,
      turn: 0,
      source: 'text',
      confidence: 1,
      blank: false,
      notes: [],
    } as const;
    pages.push({ ...plain, number, text, words, widthPx, heightPx });
  }
  return pages;
}

function routed({ rules }: Options, facts: LetterFacts): StagePassed {
  const { intents = [], account, channel = 'email', receivedAt = new Date(), doubt } = facts;
  const { taxonomy, calendar } = rules.current().rulebook;
  const { date } = receiptDate(channel, receivedAt, calendar);
  const { workItems, reason } = decideRoute(
    {
      ...{ intents: intents.map((one) => one.intent), customerNumber: account?.customerNumber ?? null },
      ...{ receiptDate: date, doubts: doubt === undefined ? [] : [doubt] },
    },
    { taxonomy, calendar },
  );
  const to = reason === undefined ? 'routed' : 'review';
  return { actor: 'route', to, reason, found: { route: { receiptDate: date, workItems } } };
}
