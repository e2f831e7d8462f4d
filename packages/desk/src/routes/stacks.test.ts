import { brokenChains, eventsOf, loadDocument, loadDoubts, unbalancedBatches } from '@mailroom/database';
import { expect, test } from 'vitest';
import { createServer } from '../create-server.ts';
import { addStack } from '../testing/add-stack.ts';
import { openScene } from '../testing/scene.ts';
import { visit } from '../testing/visitor.ts';

const pages = [
  { text: 'Sehr geehrte Damen und Herren,\nich kündige.', confidence: null },
  { text: 'Hallo,\nich bin umgezogen.', confidence: 0.5 },
  { text: 'Guten Tag,\nbitte verlängern Sie.', confidence: 0.99 },
];

const ranges = (letters: unknown) =>
  (letters as { first: number; last: number }[]).map(({ first, last }) => ({ first, last }));

async function openStack() {
  const scene = await openScene();
  const sha256 = await addStack(scene.options, pages);
  const app = await createServer(scene.options, new Map());
  const rita = await visit(app, scene.options, { name: 'rita', role: 'supervisor' });
  const look = async () => (await rita.get(`/api/stacks/${sha256}`)).body;
  const mend = (seen: object, letters: object) =>
    rita.send('POST', `/api/stacks/${sha256}/letters`, { seen, letters });
  return {
    ...scene,
    sha256,
    app,
    rita,
    look,
    mend,
    [Symbol.asyncDispose]: async () => {
      await app.close();
      await scene[Symbol.asyncDispose]();
    },
  };
}

const asCut = [
  { first: 1, last: 2 },
  { first: 3, last: 3 },
];
const apart = [
  { first: 1, last: 1 },
  { first: 2, last: 2 },
  { first: 3, last: 3 },
];

test('a stack is cut anew: the old letter keeps its history, the new ones begin, and it can be taken back', async () => {
  await using stack = await openStack();
  const { database } = stack.options;
  const before = await stack.look();
  expect(ranges(before['letters'])).toEqual(asCut);
  expect(before['pages']).toMatchObject([
    { doubtful: false },
    { doubtful: true, reasons: ['eigene Anrede', 'anderer Rand'] },
    {},
  ]);
  const mended = await stack.mend(asCut, apart);
  const { fresh, replaced, kept } = mended.body as { fresh: number[]; replaced: number[]; kept: number[] };
  expect([fresh.length, replaced.length, kept.length]).toEqual([2, 1, 1]);
  expect(stack.reworked).toEqual(fresh);
  expect(await loadDocument(database, replaced[0] ?? 0)).toMatchObject({
    ...{ state: 'rejected', reason: expect.stringContaining('neu getrennt') },
  });
  expect((await eventsOf(database, replaced[0] ?? 0)).at(-1)).toMatchObject({
    actor: 'rita',
    details: { cutAnew: true },
  });
  expect(await loadDocument(database, fresh[0] ?? 0)).toMatchObject({
    state: 'received',
    fileName: 'korb-7 (1).pdf',
  });
  expect((await stack.rita.get('/api/failures')).body['items']).toEqual([]);
  const image = await stack.rita.get(`/api/stacks/${stack.sha256}/pages/2/image?size=thumbnail`);
  expect(image.headers['content-type']).toBe('image/webp');

  const back = await stack.mend(apart, asCut);
  expect(back.body).toMatchObject({ fresh: replaced, replaced: fresh });
  expect((await loadDocument(database, replaced[0] ?? 0))?.state).toBe('received');
  expect(await brokenChains(database)).toEqual([]);
  expect(await unbalancedBatches(database)).toEqual([]);
});

test('boundaries that are right are confirmed: the doubt is gone and the letter goes on', async () => {
  await using stack = await openStack();
  const { database } = stack.options;
  const { kept } = (await stack.mend(asCut, asCut)).body as { kept: number[] };
  expect(await loadDocument(database, kept[0] ?? 0)).toMatchObject({ state: 'indexed' });
  expect(await loadDoubts(database, kept[0] ?? 0)).toEqual([]);
  expect(await loadDocument(database, kept[1] ?? 0)).toMatchObject({ state: 'review' });
  expect(await stack.look()).toMatchObject({ mendedBy: 'rita', pages: [{}, { doubtful: false }, {}] });
});

test('a page is never lost, and whoever looked at other boundaries is told', async () => {
  await using stack = await openStack();
  expect(
    (
      await stack.mend(asCut, [
        { first: 1, last: 1 },
        { first: 3, last: 3 },
      ])
    ).body,
  ).toMatchObject({
    ...{ code: 'pages-lost', message: expect.stringContaining('es fehlt Seite 2') },
  });
  expect((await stack.mend(apart, asCut)).body['code']).toBe('stack-overtaken');
});

test('a letter on which a department works is not taken from it', async () => {
  await using stack = await openStack();
  const { database } = stack.options;
  const letters = (await stack.look())['letters'] as { documentId: number }[];
  await database.query(
    `insert into work_items (document_id, intent, queue, due_at, state) values ($1, 'cancellation', 'kuendigung', now(), 'claimed')`,
    [letters[0]?.documentId],
  );
  expect((await stack.mend(asCut, apart)).body['code']).toBe('letter-in-work');
  expect(ranges((await stack.look())['letters'])).toEqual(asCut);
});

test('a scan operator sees and mends the stacks of their own stations, and reads no letter', async () => {
  await using stack = await openStack();
  const { app, options, sha256 } = stack;
  const olga = await visit(app, options, { name: 'olga', role: 'operator', stations: ['scan-1'] });
  const paul = await visit(app, options, { name: 'paul', role: 'operator', stations: ['scan-2'] });
  expect((await olga.get('/api/stacks')).body['items']).toMatchObject([{ sha256 }]);
  expect((await paul.get('/api/stacks')).body['items']).toEqual([]);
  const image = `/api/stacks/${sha256}/pages/1/image?size=thumbnail`;
  expect((await olga.get(image)).status).toBe(200);
  for (const path of [`/api/stacks/${sha256}`, image]) expect((await paul.get(path)).status).toBe(404);
  const url = `/api/stacks/${sha256}/letters`;
  expect((await paul.send('POST', url, { seen: asCut, letters: apart })).status).toBe(404);
  expect((await olga.send('POST', url, { seen: asCut, letters: apart })).status).toBe(200);
  const letters = (await stack.look())['letters'] as { documentId: number }[];
  expect((await olga.get(`/api/documents/${letters[0]?.documentId}`)).status).toBe(403);
});
