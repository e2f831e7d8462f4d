import { createHash } from 'node:crypto';
import type { AccountCandidate, Channel, Fields, Intent, ReadPage } from '@mailroom/core';
import {
  advance,
  openBatch,
  register,
  saveClassification,
  saveDoubt,
  saveIndexing,
  saveReading,
  saveReceiptDate,
  saveWorkItems,
} from '@mailroom/database';
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
  await advance(database, { documentId, from: 'received', to: 'read', actor: 'ocr' }, (transaction) =>
    saveReading(transaction, documentId, { pages, searchablePdf: undefined, mediaType: 'message/rfc822' }),
  );
  const { intents = [], candidates = [], account = null, accountCandidates = [], fields = {}, doubt } = facts;
  await advance(database, { documentId, from: 'read', to: 'classified', actor: 'classify' }, (transaction) =>
    saveClassification(transaction, documentId, { intents, candidates, modelVersion: 'test' }),
  );
  await advance(
    database,
    { documentId, from: 'classified', to: 'indexed', actor: 'index' },
    async (transaction) => {
      await saveIndexing(transaction, documentId, {
        fields,
        match: { account, candidates: accountCandidates },
      });
      await saveDoubt(transaction, documentId, 'index', doubt);
    },
  );
  await route(options, documentId, facts);
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

async function route({ database, rules }: Options, documentId: number, facts: LetterFacts) {
  const { intents = [], account, channel = 'email', receivedAt = new Date(), doubt } = facts;
  const { taxonomy, calendar } = rules.current().rulebook;
  const { date } = receiptDate(channel, receivedAt, calendar);
  const decision = decideRoute(
    {
      ...{ intents: intents.map((one) => one.intent), customerNumber: account?.customerNumber ?? null },
      ...{ receiptDate: date, doubts: doubt === undefined ? [] : [doubt] },
    },
    { taxonomy, calendar },
  );
  const to = decision.reason === undefined ? 'routed' : 'review';
  const step = { documentId, from: 'indexed', to, actor: 'route', reason: decision.reason } as const;
  await advance(database, step, async (transaction) => {
    await saveReceiptDate(transaction, documentId, date);
    await saveWorkItems(transaction, documentId, decision.workItems);
  });
}
