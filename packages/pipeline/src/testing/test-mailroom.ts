import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskBlobs } from '@mailroom/blobs';
import { createClassifier, loadModel, loadTaxonomy } from '@mailroom/classifier';
import { type Customer, type DocumentState, defaultCalendar, priorities } from '@mailroom/core';
import { customerLookup, importCustomers, loadDocument } from '@mailroom/database';
import { testDatabase } from '@mailroom/database/testing';
import { createOpener, createSplitter, type Incoming, openIntake, planLetters } from '@mailroom/ingest';
import { createReader, withCannedText, writeSearchablePdf } from '@mailroom/ocr';
import sharp from 'sharp';
import { expect } from 'vitest';
import type { Context, Rules } from '../context.ts';
import { type Hints, openHints } from '../hints.ts';

/** Real parts all through; only recognition is canned: the page's text is written behind its image. */
export interface TestMailroom extends AsyncDisposable {
  readonly context: Context;
  readonly hints: Hints;
  /** Takes a letter in and returns its document id; no hint is given. */
  take(text: string, arrival?: TestArrival): Promise<number>;
  takeBytes(bytes: Buffer, fileName: string, arrival?: TestArrival): Promise<number>;
  waitFor(documentId: number, state: DocumentState): Promise<void>;
}

export type TestArrival = Partial<Pick<Incoming, 'channel' | 'receivedAt'>>;

export const hedwig: Customer = {
  ...{ customerNumber: '6029481735', firstName: 'Hedwig', lastName: 'Brüggemann', company: '' },
  ...{ street: 'Am Kump 9', postalCode: '57368', city: 'Lennestadt', email: '', phones: ['+4927215550123'] },
  ...{ contracts: ['NW-4417-88213'], ibans: [], formerNumbers: [] },
};

export const cancellation = `Hedwig Brüggemann
Am Kump 9
57368 Lennestadt

Kündigung, Kundennummer 6029481735

Sehr geehrte Damen und Herren,

hiermit kündige ich meinen Mobilfunkvertrag fristgerecht zum nächstmöglichen Zeitpunkt.
Bitte bestätigen Sie mir die Kündigung schriftlich.

Mit freundlichen Grüßen
Hedwig Brüggemann`;

export async function testMailroom(overrides: Partial<Rules> = {}): Promise<TestMailroom> {
  await using stack = new AsyncDisposableStack();
  const { database } = stack.use(await testDatabase());
  await importCustomers(database, [hedwig]);
  const folder = await mkdtemp(join(tmpdir(), 'mailroom-blobs-'));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  const blobs = diskBlobs(folder);
  const opener = createOpener();
  stack.defer(() => opener.close());
  const splitter = createSplitter();
  stack.defer(() => splitter.close());
  const reader = await createReader({ engine: 'canned', languages: 'deu', workers: 1 });
  stack.defer(() => reader.close());
  const hints = openHints({ kind: 'postgres', connection: database.address });
  stack.defer(() => hints.close());
  const taxonomy = loadTaxonomy();
  const classifier = createClassifier(loadModel(), taxonomy);
  const rules: Rules = { taxonomy, calendar: defaultCalendar, classifier, ...overrides };
  const intake = openIntake(database, blobs, async () => undefined);
  const receivedAt = new Date('2026-03-02T09:00:00+01:00');
  const batchId = await intake.openBatch({ name: 'tray', source: 'folder', receivedAt });
  const facts = { batchId, modifiedMs: 0, channel: 'letter', receivedAt, priority: priorities.live } as const;
  const owned = stack.move();

  async function takeBytes(bytes: Buffer, fileName: string, arrival: TestArrival = {}): Promise<number> {
    const named = { path: fileName, fileName, mediaType: 'application/octet-stream' };
    return (await intake.take({ ...facts, ...arrival, ...named, bytes })).documentId;
  }

  return {
    context: {
      ...{ database, blobs, opener, customers: customerLookup(database) },
      reader: { read: reader.read, writePdf: writeSearchablePdf },
      separator: { plan: planLetters, cut: splitter.cut },
      rules: () => rules,
    },
    hints,
    takeBytes,
    take: async (text, arrival) =>
      takeBytes(withCannedText(await blankPage(), [text]), `${randomUUID()}.jpg`, arrival),
    waitFor: (documentId, state) =>
      expect
        .poll(async () => (await loadDocument(database, documentId))?.state, { timeout: 60_000 })
        .toBe(state),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

function blankPage(): Promise<Buffer> {
  const white = { width: 827, height: 1169, channels: 3, background: 'white' } as const;
  return sharp({ create: white }).jpeg().withMetadata({ density: 100 }).toBuffer();
}
