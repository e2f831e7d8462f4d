import { confirmedLetters, eventsOf, loadDocument, loadIntents, loadWorkItems } from '@mailroom/database';
import { expect, test } from 'vitest';
import { createServer } from '../create-server.ts';
import { addDocument } from '../testing/add-document.ts';
import { clearLetter } from '../testing/letters.ts';
import { openScene } from '../testing/scene.ts';
import { type Visitor, visit } from '../testing/visitor.ts';

/** What came of a step: the status, and which items it changed. */
async function take(who: Visitor, step: string, ids: readonly number[], more: object = {}) {
  const { status, body } = await who.send('POST', '/api/work-items/steps', { ids, step, ...more });
  return body['changed'] ?? status;
}

/** A desk with one delivered cancellation, and a way to let its case workers in. */
async function openWork() {
  const scene = await openScene();
  const { options } = scene;
  const id = await addDocument(options, clearLetter);
  const app = await createServer(options, new Map());
  const item = (await loadWorkItems(options.database, id))[0]?.id ?? 0;
  const worker = (name: string, queue = 'kuendigung') =>
    visit(app, options, { name, role: 'case-worker', queues: [queue] });
  const dispose = async () => {
    await app.close();
    await scene[Symbol.asyncDispose]();
  };
  return { options, id, item, worker, [Symbol.asyncDispose]: dispose };
}

test('one claims, another cannot, and an idle claim is free again', async () => {
  await using scene = await openWork();
  const { options, id, item } = scene;
  const [ada, ben] = [await scene.worker('ada'), await scene.worker('ben')];
  const list = await ada.get('/api/queues/kuendigung/items');
  expect(list.body['items']).toMatchObject([{ documentId: id, state: 'open', name: 'Anna Krüger' }]);

  expect(await take(ada, 'claim', [item])).toEqual([item]);
  expect(await take(ben, 'claim', [item])).toEqual([]);
  expect(await take(ben, 'finish', [item])).toEqual([]);
  await options.database.query("update work_items set claimed_at = now() - interval '31 minutes'");
  expect((await ben.get('/api/queues/kuendigung/items')).body['items']).toMatchObject([{ state: 'open' }]);
  expect((await ben.get('/api/overview')).body['queues']).toMatchObject([{ open: 1, claimed: 0 }]);
  for (const step of ['claim', 'finish', 'reopen', 'release'])
    expect(await take(ben, step, [item])).toEqual([item]);
  const kinds = (await eventsOf(options.database, id)).map((event) => event.kind);
  expect(kinds.slice(-5)).toEqual(['claimed', 'claimed', 'finished', 'reopened', 'released']);
});

test('a looked-at document keeps the claim alive', async () => {
  await using scene = await openWork();
  const { options, id } = scene;
  const ada = await scene.worker('ada');
  await take(ada, 'claim', [1, 2, 3]);
  await options.database.query("update work_items set claimed_at = now() - interval '29 minutes'");
  await ada.get(`/api/documents/${id}`);
  const { rows } = await options.database.query(
    "select from work_items where claimed_at > now() - interval '1 minute'",
  );
  expect(rows).toHaveLength(1);
});

test('forwarding needs a reason and a known department, and takes the item out of one’s sight', async () => {
  await using scene = await openWork();
  const { options, id, item } = scene;
  const ada = await scene.worker('ada');
  const forward = (body: object) => take(ada, 'forward', [item], body);
  expect(await forward({ queue: 'stammdaten', reason: '' })).toBe(400);
  expect(await forward({ queue: 'nirgendwo', reason: 'Dort ist es richtig' })).toBe(422);
  expect(await forward({ queue: 'stammdaten', reason: 'Nur ein Umzug' })).toEqual([item]);
  expect((await ada.get(`/api/documents/${id}`)).status).toBe(404);
  const last = (await eventsOf(options.database, id)).at(-1);
  expect(last).toMatchObject({
    kind: 'forwarded',
    actor: 'ada',
    details: { to: 'stammdaten', reason: 'Nur ein Umzug' },
  });
});

test('a returned item leaves its queue and the document goes to review with the reason', async () => {
  await using scene = await openWork();
  const { options, id, item } = scene;
  const ada = await scene.worker('ada');
  expect(await take(ada, 'return', [item], { reason: 'Das ist keine Kündigung' })).toEqual([item]);
  expect(await loadDocument(options.database, id)).toMatchObject({
    state: 'review',
    reason: 'Das ist keine Kündigung',
  });
  expect(await loadWorkItems(options.database, id)).toEqual([]);
});

test('several items at once: what is in other hands stays there and is named, and all of it can be taken back', async () => {
  await using scene = await openWork();
  const { options, id, item } = scene;
  const second = await addDocument(options, { ...clearLetter, text: 'Noch eine Kündigung' });
  const other = (await loadWorkItems(options.database, second))[0]?.id ?? 0;
  const [ada, ben] = [await scene.worker('ada'), await scene.worker('ben')];
  await take(ben, 'claim', [other]);
  const all = [item, other];
  expect(await take(ada, 'finish', all)).toEqual([item]);
  expect(await take(ada, 'reopen', all)).toEqual([item]);
  expect(await take(ada, 'forward', all, { queue: 'stammdaten', reason: 'Nur Umzüge' })).toEqual([item]);
  expect((await loadWorkItems(options.database, id))[0]?.queue).toBe('stammdaten');
  expect(await take(ben, 'return', all, { reason: 'Keine Kündigung' })).toEqual([other]);
  expect((await loadDocument(options.database, second))?.state).toBe('review');
});

test('a note stands in the history for everybody who may see the document', async () => {
  await using scene = await openWork();
  const { id } = scene;
  const ada = await scene.worker('ada');
  const text = '<img src=x onerror=alert(1)> Kundin rief an';
  expect((await ada.send('POST', `/api/documents/${id}/notes`, { text })).status).toBe(200);
  const { body } = await ada.get(`/api/documents/${id}`);
  expect(body['history']).toContainEqual(expect.objectContaining({ kind: 'note', details: { text } }));
});

/** Adds another wish to a document; what came of it. */
async function add(who: Visitor, id: number, intent: string) {
  const { status, body } = await who.send('POST', `/api/documents/${id}/intents`, { intent });
  return { status, ...body } as { status: number; code?: string; label?: number; queue?: string };
}

test('a case worker who finds another wish sends it to its department, keeps the own item, and can take it back', async () => {
  await using scene = await openWork();
  const { options, id, item } = scene;
  const ada = await scene.worker('ada');
  const ben = await scene.worker('ben', 'stammdaten');
  await take(ada, 'claim', [item]);
  expect((await add(ben, id, 'address-change')).status).toBe(404);
  const added = await add(ada, id, 'address-change');
  expect(added).toMatchObject({ status: 200, queue: 'stammdaten' });
  expect(await loadWorkItems(options.database, id)).toMatchObject([
    { id: item, intent: 'cancellation', state: 'claimed' },
    { intent: 'address-change', queue: 'stammdaten', state: 'open', customerNumber: '6029481735' },
  ]);
  expect(await confirmedLetters(options.database)).toMatchObject([
    { documentId: id, intents: ['cancellation', 'address-change'] },
  ]);
  expect((await loadIntents(options.database, id)).map((one) => one.confidence)).toEqual([0.97, 1]);
  expect((await ben.get('/api/queues/stammdaten/items')).body['items']).toHaveLength(1);
  for (const [intent, code] of [
    ['address-change', 'already-there'],
    ['haiku', 'cannot-route'],
    ['other', 'no-intent'],
  ] as const)
    expect((await add(ada, id, intent)).code).toBe(code);

  const undo = (who: Visitor) => who.send('POST', `/api/decisions/${added.label}/undo`);
  expect((await undo(ben)).body['code']).toBe('not-yours');
  expect((await undo(ada)).status).toBe(200);
  expect(await loadWorkItems(options.database, id)).toMatchObject([{ id: item, state: 'claimed' }]);
  expect(await confirmedLetters(options.database)).toEqual([]);
});

test('two who add at once both get through, and undoing leaves what others did meanwhile', async () => {
  await using scene = await openWork();
  const { options, id, item } = scene;
  const [ada, ben] = [await scene.worker('ada'), await scene.worker('ben')];
  await Promise.all([add(ada, id, 'address-change'), add(ben, id, 'complaint')]);
  const intents = async () => (await loadWorkItems(options.database, id)).map((one) => one.intent).sort();
  expect(await intents()).toEqual(['address-change', 'cancellation', 'complaint']);
  const last = await add(ada, id, 'bank-details');
  await take(ben, 'claim', [item]);
  const undo = (label: number | undefined) => ada.send('POST', `/api/decisions/${label}/undo`);
  expect((await undo(last.label)).status).toBe(200);
  expect(await intents()).toEqual(['address-change', 'cancellation', 'complaint']);
  const again = await add(ada, id, 'bank-details');
  await Promise.all([undo(again.label), add(ben, id, 'fault-report')]);
  expect(await intents()).toContain('fault-report');
  expect((await loadWorkItems(options.database, id)).find((one) => one.id === item)?.state).toBe('claimed');
});

test('a wish in advertising takes the place of “other”, whose item stays; without an account it goes back first', async () => {
  await using scene = await openWork();
  const { options } = scene;
  const other = { intent: 'other', confidence: 0.9, evidence: [] };
  const flyer = { text: 'Werbung, und wir sind umgezogen', intents: [other], candidates: [other] };
  const known = await addDocument(options, { ...clearLetter, ...flyer });
  const unknown = await addDocument(options, { ...clearLetter, ...flyer, text: 'Werbung', account: null });
  const ada = await scene.worker('ada', 'allgemein');
  expect((await add(ada, known, 'address-change')).status).toBe(200);
  expect(await loadWorkItems(options.database, known)).toMatchObject([
    { intent: 'other' },
    { intent: 'address-change' },
  ]);
  expect((await confirmedLetters(options.database))[0]?.intents).toEqual(['address-change']);
  expect((await add(ada, unknown, 'address-change')).code).toBe('cannot-route');
});

test('a copy and a document that went back take no more wishes', async () => {
  await using scene = await openWork();
  const { options, id, item } = scene;
  const lead = await addDocument(options, { ...clearLetter, text: 'Noch eine Kündigung' });
  const ada = await scene.worker('ada');
  await options.database.query('update documents set copy_of = $2 where id = $1', [id, lead]);
  expect((await add(ada, id, 'complaint')).code).toBe('is-copy');
  await options.database.query('update documents set copy_of = null where id = $1', [id]);
  await take(ada, 'return', [item], { reason: 'Das ist keine Kündigung' });
  const boss = await scene.worker('boss', 'review');
  expect((await add(boss, id, 'complaint')).code).toBe('overtaken');
});
