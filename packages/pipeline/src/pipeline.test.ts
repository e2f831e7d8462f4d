import { TemporaryError } from '@mailroom/core';
import {
  brokenChains,
  eventsOf,
  loadAccounts,
  loadDocument,
  loadFields,
  loadIntents,
  loadWorkItems,
  openClaims,
} from '@mailroom/database';
import { expect, test } from 'vitest';
import { maxAttempts } from './attempt.ts';
import { reconcile } from './reconcile.ts';
import { takeOn } from './take-on.ts';
import { cancellation, testMailroom } from './testing/test-mailroom.ts';
import { startWorkers } from './workers.ts';

const everywhere = { ocr: 2, classify: 2, index: 2, route: 2 };

test('a letter passes every stage and ends as a work item with a deadline on its account', async () => {
  await using mailroom = await testMailroom();
  const { context, hints } = mailroom;
  const documentId = await mailroom.take(cancellation);
  const workers = startWorkers(context, hints, everywhere);
  await hints.give('ocr', [{ documentId, priority: 10 }]);
  await mailroom.waitFor(documentId, 'routed');
  await workers.close();

  const intents = await loadIntents(context.database, documentId);
  expect(intents.filter((one) => one.chosen).map((one) => one.intent)).toEqual(['cancellation']);
  const [account] = await loadAccounts(context.database, documentId);
  expect(account).toMatchObject({ customerNumber: '6029481735', linked: true });
  const items = await loadWorkItems(context.database, documentId);
  expect(items).toMatchObject([{ intent: 'cancellation', customerNumber: '6029481735', state: 'open' }]);
  expect(items[0]?.dueAt.getTime()).toBeGreaterThan(new Date('2026-03-02T23:00:00+01:00').getTime());
  const events = await eventsOf(context.database, documentId);
  expect(events.map((event) => event.kind)).toEqual(['received', 'read', 'classified', 'indexed', 'routed']);
  expect(await brokenChains(context.database)).toEqual([]);
});

test('a contract number that was misread is kept as the account has it, with the words as they were read', async () => {
  await using mailroom = await testMailroom();
  const { context } = mailroom;
  const claims = openClaims(context.database.address);
  const documentId = await mailroom.take(
    cancellation.replace('Mobilfunkvertrag', 'Vertrag, Vertragsnummer NW-4417-88218,'),
  );
  await takeOn(documentId, ['ocr', 'classify', 'index'], context, claims);
  const fields = await loadFields(context.database, documentId);
  expect(fields).toContainEqual({ name: 'contractNumber', value: 'NW-4417-88213', words: 'NW-4417-88218' });
  await claims.close();
});

test.each([
  ['cancellation', 0.35, 'Hagebuttenweg 2, 31542 Bad Nenndorf'],
  ['cancellation', 0.2, undefined],
  ['other', 0.35, undefined],
])(
  'beside %s an address is looked for where a move has a confidence of %s: %s',
  async (taken, confidence, address) => {
    const intent = (name: string, share: number) => ({ intent: name, confidence: share, evidence: [] });
    const intents = [intent(taken, 0.99)];
    const candidates = [...intents, intent('address-change', confidence)];
    await using mailroom = await testMailroom({
      classifier: { classify: () => ({ intents, candidates, modelVersion: 'a test' }) },
    });
    const { context } = mailroom;
    const claims = openClaims(context.database.address);
    const moved = 'Schreiben Sie mir ab August in den Hagebuttenweg 2, 31542 Bad Nenndorf.';
    const documentId = await mailroom.take(`${cancellation}\n\n${moved}`);
    await takeOn(documentId, ['ocr', 'classify', 'index'], context, claims);
    const fields = await loadFields(context.database, documentId);
    expect(fields.find(({ name }) => name === 'newAddress')?.value).toBe(address);
    await claims.close();
  },
);

test('a document whose hint was lost is found by the reconciler', async () => {
  await using mailroom = await testMailroom();
  const documentId = await mailroom.take(cancellation);
  const workers = startWorkers(mailroom.context, mailroom.hints, everywhere);
  expect(await reconcile(mailroom.context.database, mailroom.hints)).toBe(1);
  await mailroom.waitFor(documentId, 'routed');
  await workers.close();
});

test('a stage that runs twice, late and at once leaves one result', async () => {
  await using mailroom = await testMailroom();
  const { context } = mailroom;
  const documentId = await mailroom.take(cancellation);
  const [one, other] = [openClaims(context.database.address), openClaims(context.database.address)];
  for (const name of ['ocr', 'classify', 'index', 'route'] as const) {
    await Promise.all([takeOn(documentId, [name], context, one), takeOn(documentId, [name], context, other)]);
    await takeOn(documentId, [name], context, one);
  }
  expect(await loadWorkItems(context.database, documentId)).toHaveLength(1);
  expect(await eventsOf(context.database, documentId)).toHaveLength(5);
  await Promise.all([one.close(), other.close()]);
});

test('out of attempts a document is in review with the error in words', async () => {
  await using mailroom = await testMailroom({
    classifier: {
      classify() {
        throw new Error('the model is on fire');
      },
    },
  });
  const { context } = mailroom;
  const claims = openClaims(context.database.address);
  const documentId = await mailroom.take(cancellation);
  await takeOn(documentId, ['ocr'], context, claims);
  for (let tried = 1; tried < maxAttempts; tried += 1) {
    expect(await takeOn(documentId, ['classify'], context, claims)).toMatchObject({
      kind: 'retry',
    });
    expect(await takeOn(documentId, ['classify'], context, claims)).toMatchObject({
      kind: 'retry',
    });
    await context.database.query('update documents set not_before = now() where id = $1', [documentId]);
  }
  expect(await takeOn(documentId, ['classify'], context, claims)).toEqual({ kind: 'left' });
  const document = await loadDocument(context.database, documentId);
  expect(document?.state).toBe('review');
  expect(document?.reason).toContain('the model is on fire');
  await claims.close();
});

test('when what a stage found cannot be written, the stages before it stand and a person gets the rest', async () => {
  await using mailroom = await testMailroom();
  const { context } = mailroom;
  const documentId = await mailroom.take(cancellation);
  await context.database.query('alter table account_links add check (confidence > 2)');
  const claims = openClaims(context.database.address);
  for (let tried = 1; tried < 12; tried += 1) {
    await takeOn(documentId, ['ocr', 'classify', 'index', 'route'], context, claims);
    await context.database.query('update documents set not_before = now() where id = $1', [documentId]);
  }
  const document = await loadDocument(context.database, documentId);
  expect(document).toMatchObject({ state: 'review', reason: expect.stringContaining('index') });
  const events = await eventsOf(context.database, documentId);
  expect(events.map((event) => event.kind)).toEqual(['received', 'read', 'classified', 'review']);
  await claims.close();
});

test('trouble outside the document is tried again without counting against it', async () => {
  await using mailroom = await testMailroom({
    classifier: {
      classify() {
        throw new TemporaryError('away', 'The service is away.');
      },
    },
  });
  const { context } = mailroom;
  const claims = openClaims(context.database.address);
  const documentId = await mailroom.take(cancellation);
  await takeOn(documentId, ['ocr'], context, claims);
  for (let tried = 0; tried < maxAttempts + 2; tried += 1) {
    expect(await takeOn(documentId, ['classify'], context, claims)).toMatchObject({
      kind: 'retry',
    });
  }
  expect(await loadDocument(context.database, documentId)).toMatchObject({ state: 'read', attempts: 0 });
  await claims.close();
});

test('what is not a document is rejected with a sentence, and its original is kept', async () => {
  await using mailroom = await testMailroom();
  const { context } = mailroom;
  const claims = openClaims(context.database.address);
  const bytes = Buffer.from([1, 2, 3, 0, 255, 254]);
  const documentId = await mailroom.takeBytes(bytes, 'unknown.bin');
  await takeOn(documentId, ['ocr'], context, claims);
  const document = await loadDocument(context.database, documentId);
  expect(document?.state).toBe('rejected');
  expect(document?.reason).toMatch(/kann nicht als Schriftstück gelesen werden/);
  expect(await context.blobs.get(document?.sha256 ?? '')).toEqual(bytes);
  await claims.close();
});
