import { eventsOf, loadAccounts, loadDocument, loadIntents, loadWorkItems } from '@mailroom/database';
import { expect, test } from 'vitest';
import { createServer } from '../create-server.ts';
import { addDocument } from '../testing/add-document.ts';
import { clearLetter, doubtfulLetter } from '../testing/letters.ts';
import { openScene } from '../testing/scene.ts';
import { visit } from '../testing/visitor.ts';

const reviewer = { name: 'rita', role: 'case-worker', queues: ['review'] } as const;

test('a decision delivers the document, keeps a label and can be undone', async () => {
  await using scene = await openScene();
  const { options } = scene;
  const id = await addDocument(options, doubtfulLetter);
  const app = await createServer(options, new Map());
  const rita = await visit(app, options, reviewer);

  const list = await rita.get('/api/review');
  expect(list.body['items']).toMatchObject([
    { documentId: id, reason: expect.stringContaining('Zwei Konten') },
  ]);
  expect((await rita.send('POST', '/api/review/next')).body).toEqual({
    documentId: id,
    open: 1,
    claimedBy: null,
    upcoming: null,
  });

  const decision = { intents: ['address-change', 'cancellation'], customerNumber: '6029481735' };
  const decided = await rita.send('POST', `/api/review/${id}/decision`, decision);
  expect(decided.body).toMatchObject({ queues: ['stammdaten', 'kuendigung'] });
  expect((await loadDocument(options.database, id))?.state).toBe('routed');
  expect(await loadWorkItems(options.database, id)).toMatchObject([
    { intent: 'address-change', queue: 'stammdaten', customerNumber: '6029481735', state: 'open' },
    { intent: 'cancellation', queue: 'kuendigung' },
  ]);
  expect((await loadAccounts(options.database, id)).find((one) => one.linked)?.name).toBe('Anna Krüger');
  const labels = await options.database.query('select intents, customer_number, actor from labels');
  expect(labels.rows).toEqual([{ intents: decision.intents, customer_number: '6029481735', actor: 'rita' }]);
  expect((await rita.get('/api/review')).body['items']).toEqual([]);

  const undo = () => rita.send('POST', `/api/decisions/${decided.body['label']}/undo`);
  const putInto = (queue: string) => options.database.query('update users set queues = $1', [[queue]]);
  await putInto('kuendigung');
  expect((await undo()).body['code']).toBe('not-yours');
  await putInto('review');
  const undone = await undo();
  expect(undone.body).toEqual({ documentId: id });
  expect(await loadWorkItems(options.database, id)).toEqual([]);
  expect((await loadDocument(options.database, id))?.reason).toContain('Zwei Konten');
  expect((await loadIntents(options.database, id)).filter((one) => one.chosen)).toHaveLength(1);
  expect((await rita.get('/api/review')).body['items']).toHaveLength(1);
  const kinds = (await eventsOf(options.database, id)).map((event) => event.kind);
  expect(kinds.slice(-3)).toEqual(['review', 'routed', 'review']);
  await app.close();
});

test('a decision is refused when the work needs an account, the account is unknown or the document moved on', async () => {
  await using scene = await openScene();
  const { options } = scene;
  const id = await addDocument(options, doubtfulLetter);
  const app = await createServer(options, new Map());
  const rita = await visit(app, options, reviewer);
  const otto = await visit(app, options, { ...reviewer, name: 'otto' });
  const decide = (who: typeof rita, body: object) => who.send('POST', `/api/review/${id}/decision`, body);
  const known = { intents: ['cancellation'], customerNumber: '6029481735' };

  expect((await decide(rita, { ...known, customerNumber: '1' })).body['code']).toBe('unknown-customer');
  expect((await decide(rita, { ...known, intents: ['nonsense'] })).body['code']).toBe('cannot-route');
  expect((await decide(otto, known)).body['code']).toBe('taken');
  expect((await otto.send('POST', '/api/review/next')).body['documentId']).toBeNull();
  expect((await decide(rita, { ...known, customerNumber: null })).status).toBe(200);
  expect(await loadWorkItems(options.database, id)).toMatchObject([{ customerNumber: null }]);
  expect((await decide(otto, known)).status).toBe(404);
  await app.close();
});

test('what one reviewer has opened no other gets, and what is skipped is left to them', async () => {
  await using scene = await openScene();
  const { options } = scene;
  const [first, second] = [await addDocument(options, doubtfulLetter), await addDocument(options, another)];
  const app = await createServer(options, new Map());
  const rita = await visit(app, options, reviewer);
  const otto = await visit(app, options, { ...reviewer, name: 'otto' });
  const next = async (who: typeof rita, body: object) =>
    (await who.send('POST', '/api/review/next', body)).body;
  expect(await next(rita, { wanted: second })).toMatchObject({ documentId: second, upcoming: first });
  expect(await next(otto, { wanted: second })).toMatchObject({ documentId: second, claimedBy: 'rita' });
  expect(await next(otto, {})).toMatchObject({ documentId: first, claimedBy: null, upcoming: null });
  expect(await next(rita, { skip: [second] })).toMatchObject({ documentId: null });
  expect(await next(otto, { skip: [first] })).toMatchObject({ documentId: second, claimedBy: null });
  await app.close();
});

const another = { ...doubtfulLetter, text: 'Noch ein Umzug, Krüger' };

test('a correction of a delivered document moves its work and leaves what is done', async () => {
  await using scene = await openScene();
  const { options } = scene;
  const id = await addDocument(options, clearLetter);
  const app = await createServer(options, new Map());
  const boss = await visit(app, options, { name: 'boss', role: 'supervisor' });
  const corrected = { intents: ['address-change'], customerNumber: '6029481999' };
  const decide = (seen: readonly string[]) =>
    boss.send('POST', `/api/review/${id}/decision`, { ...corrected, seen });
  // Meanwhile a case worker found another wish: it is not to be lost.
  expect((await decide(['cancellation', 'complaint'])).body['code']).toBe('overtaken');
  expect(await loadWorkItems(options.database, id)).toMatchObject([{ intent: 'cancellation' }]);
  const first = await decide(['cancellation']);
  expect(first.status).toBe(200);
  expect(await loadWorkItems(options.database, id)).toMatchObject([
    { intent: 'address-change', customerNumber: '6029481999' },
  ]);
  const item = (await loadWorkItems(options.database, id))[0];
  await boss.send('POST', '/api/work-items/steps', { ids: [item?.id], step: 'finish' });
  expect((await boss.send('POST', `/api/decisions/${first.body['label']}/undo`)).body['code']).toBe(
    'in-work',
  );
  const back = { ...corrected, intents: ['cancellation'], seen: corrected.intents };
  // The first answer is lost on the way, and Enter is pressed again.
  for (const _ of ['once', 'again']) {
    expect((await boss.send('POST', `/api/review/${id}/decision`, back)).status).toBe(200);
  }
  expect(await loadWorkItems(options.database, id)).toMatchObject([
    { intent: 'address-change', state: 'done' },
    { intent: 'cancellation', state: 'open' },
  ]);
  await app.close();
});
