import { eventsOf, loadDocument, loadWorkItems, openClaims, reportBatch, twinsOf } from '@mailroom/database';
import { expect, test } from 'vitest';
import { stages } from '../pipeline.ts';
import type { StageName } from '../stage.ts';
import { type Advance, takeOn } from '../take-on.ts';
import { cancellation, type TestMailroom, testMailroom } from '../testing/test-mailroom.ts';

const fax = { channel: 'fax', receivedAt: new Date('2026-03-02T10:00:00+01:00') } as const;
const post = { channel: 'letter', receivedAt: new Date('2026-03-05T08:00:00+01:00') } as const;
/** What a fax machine and recognition leave of it. */
const faxed = cancellation.replace('schriftlich', 'schriftlieh').replace('Damen und', 'Damen  und');
const everything = { queues: null };

test('the post after the fax makes no second work item, and each knows of the other', async () => {
  await using mailroom = await testMailroom();
  const { database } = mailroom.context;
  const first = await mailroom.take(faxed, fax);
  await passAll(mailroom, [first]);
  const second = await mailroom.take(cancellation, post);
  await passAll(mailroom, [second]);

  expect(await loadWorkItems(database, first)).toMatchObject([{ intent: 'cancellation' }]);
  expect(await loadWorkItems(database, second)).toEqual([]);
  expect(await loadDocument(database, second)).toMatchObject({
    state: 'routed',
    reason: `Dasselbe Schreiben wie Dokument ${first} (Fax vom 02.03.2026); bearbeitet wird es dort.`,
  });
  expect(await twinsOf(database, second, everything)).toMatchObject([
    { documentId: first, likeness: 'same', channel: 'fax', leads: true },
  ]);
  expect(await twinsOf(database, first, everything)).toMatchObject([{ documentId: second, leads: false }]);
  expect(await kinds(mailroom, first)).toContain('came-twice');
  expect(await kinds(mailroom, second)).toEqual(expect.arrayContaining(['came-twice', 'copy', 'routed']));
  const report = await Array.fromAsync(reportBatch(database, 1));
  expect(report.map(({ queues }) => queues)).toEqual([report[0]?.queues, report[0]?.queues]);
  expect(report[1]?.dueAt).toBe(report[0]?.dueAt);
});

test('a copy that was received earlier and registered later moves the deadline to the earlier day', async () => {
  await using mailroom = await testMailroom();
  const { database } = mailroom.context;
  const first = await mailroom.take(cancellation, post);
  await passAll(mailroom, [first]);
  const [before] = await loadWorkItems(database, first);
  const second = await mailroom.take(faxed, fax);
  await passAll(mailroom, [second]);

  const [after] = await loadWorkItems(database, first);
  expect(before?.dueAt.getTime()).toBeGreaterThan(after?.dueAt.getTime() ?? Number.NaN);
  expect(await loadDocument(database, first)).toMatchObject({ receiptDate: '2026-03-02' });
  expect(await kinds(mailroom, first)).toContain('received-earlier');
});

test('two copies in work at the same moment end in one work item', async () => {
  await using mailroom = await testMailroom();
  const { database } = mailroom.context;
  const copies = await Promise.all([
    mailroom.take(faxed, fax),
    mailroom.take(cancellation, post),
    mailroom.take(`${cancellation}\n\n`, post),
  ]);
  await passAll(mailroom, copies);
  const work = await Promise.all(copies.map((id) => loadWorkItems(database, id)));
  expect(work.flat()).toHaveLength(1);
  const states = await Promise.all(copies.map(async (id) => (await loadDocument(database, id))?.state));
  expect(states).toEqual(['routed', 'routed', 'routed']);
});

test('the same letter about another number is another letter, with the link to the first', async () => {
  await using mailroom = await testMailroom();
  const { database } = mailroom.context;
  const about = (invoice: string) =>
    cancellation.replace('Zeitpunkt.', `Zeitpunkt. Rechnung ${invoice} ist bezahlt.`);
  const first = await mailroom.take(about('2026-0331'), fax);
  await passAll(mailroom, [first]);
  const second = await mailroom.take(about('2026-0332'), post);
  await passAll(mailroom, [second]);
  expect(await loadWorkItems(database, second)).toHaveLength(1);
  expect(await twinsOf(database, second, everything)).toMatchObject([
    { documentId: first, likeness: 'alike', leads: false },
  ]);
});

test('a copy that can be read takes the one that could not be settled out of review', async () => {
  await using mailroom = await testMailroom();
  const { database } = mailroom.context;
  const first = await mailroom.take(cancellation, fax);
  await passAll(mailroom, [first], ['ocr', 'classify', 'index']);
  await database.query(
    "insert into doubts (document_id, stage, reason) values ($1, 'classify', 'Zwei Anliegen?')",
    [first],
  );
  await passAll(mailroom, [first]);
  expect(await loadDocument(database, first)).toMatchObject({ state: 'review' });
  const second = await mailroom.take(faxed, post);
  await passAll(mailroom, [second]);
  expect(await loadDocument(database, first)).toMatchObject({ state: 'routed' });
  expect(await loadWorkItems(database, first)).toEqual([]);
  expect(await loadWorkItems(database, second)).toHaveLength(1);
  expect(await loadDocument(database, second)).toMatchObject({ receiptDate: '2026-03-02' });
  const { rows } = await database.query<{ state: string }>('select state from review_items');
  expect(rows).toEqual([{ state: 'done' }]);
});

/** All documents at the same moment, each with a worker of its own; what is to wait is tried again. */
async function passAll(
  { context }: TestMailroom,
  documents: readonly number[],
  names: readonly StageName[] = stages.map((stage) => stage.name),
): Promise<void> {
  await Promise.all(
    documents.map(async (id) => {
      const claims = openClaims(context.database.address);
      const isOurs = (result: Advance) =>
        result.kind === 'retry' || (result.kind === 'handed-over' && names.includes(result.stage));
      while (isOurs(await takeOn(id, names, context, claims)));
      await claims.close();
    }),
  );
}

async function kinds({ context }: TestMailroom, documentId: number): Promise<readonly string[]> {
  return (await eventsOf(context.database, documentId)).map(({ kind }) => kind);
}
