import { addStation, eventsOf } from '@mailroom/database';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { createServer } from '../create-server.ts';
import { addDocument } from '../testing/add-document.ts';
import { clearLetter } from '../testing/letters.ts';
import { openScene } from '../testing/scene.ts';
import { visit } from '../testing/visitor.ts';

test('a document shows its page, what was found and where it stands', async () => {
  await using scene = await openScene();
  const { options } = scene;
  const id = await addDocument(options, { ...clearLetter, fileName: '../../"böse"\r\nX: 1.eml' });
  const app = await createServer(options, new Map());
  const ada = await visit(app, options, { name: 'ada', role: 'case-worker', queues: ['kuendigung'] });

  const { body } = await ada.get(`/api/documents/${id}`);
  expect(body).toMatchObject({
    state: 'routed',
    intents: [
      { intent: 'cancellation', chosen: true },
      { intent: 'address-change', chosen: false },
    ],
    accounts: [{ customerNumber: '6029481735', linked: true }],
    fields: [{ name: 'effectiveDate', value: '2026-12-31' }],
    work: [{ queue: 'kuendigung', state: 'open' }],
  });
  const image = await ada.get(`/api/documents/${id}/pages/1/image`);
  expect(await sharp(image.raw).metadata()).toMatchObject({ format: 'webp', width: 1240 });
  const small = await ada.get(`/api/documents/${id}/pages/1/image?size=thumbnail`);
  expect(await sharp(small.raw).metadata()).toMatchObject({ format: 'webp', width: 176 });
  expect(small.headers['etag']).not.toBe(image.headers['etag']);
  const again = await ada.get(`/api/documents/${id}/pages/1/image`, {
    'if-none-match': String(image.headers['etag']),
  });
  expect(again.status).toBe(304);
  expect((await ada.get(`/api/documents/${id}/pages/2/image`)).status).toBe(422);

  const page = await ada.get(`/api/documents/${id}/pages/1?q=k%C3%BCndigung`);
  const marks = page.body['marks'] as { kind: string; boxes: number[][] }[];
  expect(new Set(marks.map((one) => one.kind))).toEqual(new Set(['intent', 'account', 'field', 'hit']));
  for (const box of marks.flatMap((one) => one.boxes)) expect(Math.max(...box)).toBeLessThanOrEqual(1);

  const original = await ada.get(`/api/documents/${id}/original`);
  expect(original.headers['content-type']).toBe('application/octet-stream');
  expect(original.headers['content-disposition']).toBe(
    "attachment; filename*=UTF-8''.._.._%22b%C3%B6se%22__X%3A%201.eml",
  );
  expect(original.raw.toString('utf8')).toContain('hiermit kündige ich');
  await app.close();
});

test('every look is on record, answers carry an ETag and the page may not be framed', async () => {
  await using scene = await openScene();
  const { options } = scene;
  const id = await addDocument(options, clearLetter);
  const app = await createServer(options, new Map([['/', Buffer.from('<!doctype html>')]]));
  const ada = await visit(app, options, { name: 'ada', role: 'case-worker', queues: ['kuendigung'] });
  const eva = await visit(app, options, { name: 'eva', role: 'auditor' });
  const first = await ada.get(`/api/documents/${id}`);
  const second = await ada.get(`/api/documents/${id}`, { 'if-none-match': String(first.headers['etag']) });
  expect(second.status).toBe(304);
  const { body } = await eva.get(`/api/audit?document=${id}`);
  expect(body['items']).toMatchObject([
    { actor: 'ada', action: 'viewed' },
    { actor: 'ada', action: 'viewed' },
  ]);
  for (const _ of ['opened', 'kept up to date']) await ada.get('/api/queues/kuendigung/items');
  const lists = await eva.get('/api/audit?actor=ada&action=listed');
  expect(lists.body).toMatchObject({ items: [{ details: { queue: 'kuendigung' } }], next: null });
  const page = await app.inject({ url: '/dokument/1' });
  expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(page.headers['x-content-type-options']).toBe('nosniff');
  expect(page.body).toBe('<!doctype html>');
  await app.close();
});

test('a list is not shown while the look at it cannot be put on record, and is on record when it is shown', async () => {
  await using scene = await openScene();
  const { options } = scene;
  const app = await createServer(options, new Map());
  const ada = await visit(app, options, { name: 'ada', role: 'case-worker', queues: ['kuendigung'] });
  const eva = await visit(app, options, { name: 'eva', role: 'auditor' });
  const look = async () => (await ada.get('/api/queues/kuendigung/items')).status;
  await options.database.query("alter table audit add constraint full_disk check (action <> 'listed')");
  expect([await look(), await look()]).toEqual([500, 500]);
  await options.database.query('alter table audit drop constraint full_disk');
  expect([await look(), await look()]).toEqual([200, 200]);
  expect((await eva.get('/api/audit?action=listed')).body['items']).toHaveLength(1);
  await app.close();
});

test('what was rejected is put through again, and the queue hears of it', async () => {
  await using scene = await openScene();
  const { options } = scene;
  const id = await addDocument(options, { ...clearLetter, doubt: 'Unleserlich.' });
  const app = await createServer(options, new Map());
  const otto = await visit(app, options, { name: 'otto', role: 'operator' });
  const failures = async () => (await otto.get('/api/failures')).body['items'];
  expect(await failures()).toEqual([]); // a doubt about the letter is no failure
  await options.database.query("update review_items set stage = 'ocr'");
  expect(await failures()).toMatchObject([{ documentId: id, state: 'review' }]);
  expect((await otto.send('POST', `/api/documents/${id}/replay`)).status).toBe(200);
  expect((await otto.send('POST', `/api/documents/${id}/replay`)).status).toBe(409);
  expect(scene.reworked).toEqual([id]);
  await app.close();
});

test('a document from a station is scanned again on request, once; another cannot be', async () => {
  await using scene = await openScene();
  const { options } = scene;
  const id = await addDocument(options, clearLetter);
  const app = await createServer(options, new Map());
  const ada = await visit(app, options, { name: 'ada', role: 'case-worker', queues: ['kuendigung'] });
  const ask = () => ada.send('POST', `/api/documents/${id}/rescan`, { reason: 'Unten abgeschnitten' });
  const scan = async () => (await ada.get(`/api/documents/${id}`)).body['scan'];
  expect((await ask()).body['code']).toBe('not-from-station');
  expect(await scan()).toBeNull();
  await addStation(options.database, { name: 'scan-1', keyHash: 'x' });
  await options.database.query("update batches set station = 'scan-1'");
  expect(await scan()).toEqual({ station: 'scan-1', asked: false });
  expect((await ask()).status).toBe(200);
  expect((await ask()).status).toBe(200);
  expect(await scan()).toEqual({ station: 'scan-1', asked: true });
  const asked = (await eventsOf(options.database, id)).filter(({ kind }) => kind === 'rescan-requested');
  expect(asked).toHaveLength(1);
  await app.close();
});

test('the API describes itself', async () => {
  await using scene = await openScene();
  const app = await createServer(scene.options, new Map());
  const ada = await visit(app, scene.options, { name: 'ada', role: 'auditor' });
  const { body } = await ada.get('/api/openapi.json');
  expect(body['paths']).toMatchObject({
    '/api/documents/{id}': { get: { tags: ['documents'], description: 'Permission: documents' } },
  });
  const docs = await ada.get('/docs');
  expect(docs.raw.toString('utf8')).toContain('swagger-ui');
  expect(docs.headers['content-security-policy']).toContain("script-src 'self'");
  expect((await ada.get('/docs/static/swagger-ui-bundle.js')).status).toBe(200);
  expect((await app.inject({ url: '/docs' })).statusCode).toBe(401);
  await app.close();
});
