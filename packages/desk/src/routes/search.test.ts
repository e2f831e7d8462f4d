import { expect, test } from 'vitest';
import { createServer } from '../create-server.ts';
import { addDocument } from '../testing/add-document.ts';
import { anna, cancellation, clearLetter, doubtfulLetter } from '../testing/letters.ts';
import { openScene } from '../testing/scene.ts';
import { visit } from '../testing/visitor.ts';

interface Item {
  readonly documentId: number;
  readonly snippet: string;
}

async function openSearch() {
  const scene = await openScene();
  const app = await createServer(scene.options, new Map());
  const boss = await visit(app, scene.options, { name: 'boss', role: 'supervisor' });
  async function find(q: string): Promise<readonly Item[]> {
    const { body } = await boss.get(`/api/search?q=${encodeURIComponent(q)}`);
    return body['items'] as readonly Item[]; // the answer's schema is checked by the server
  }
  return {
    ...{ ...scene, app, boss, find },
    ids: async (q: string) => (await find(q)).map((one) => one.documentId),
    [Symbol.asyncDispose]: async () => {
      await app.close();
      await scene[Symbol.asyncDispose]();
    },
  };
}

test('words are found by stem, part of a compound, beginning and in spite of errors; numbers however spaced', async () => {
  await using search = await openSearch();
  const wrote = (text: string) => addDocument(search.options, { ...clearLetter, text });
  const clear = await wrote(
    `${clearLetter.text}\nMobilfunkvertrag, IBAN DE89 3704 0044 0532 0130 00, Tel. 0151 12345678`,
  );
  const misread = await wrote('hiermit kündlge ich die Glasfaserleitung. Kündlgung!');
  const other = await wrote('Ich habe eine Frage zu meiner Rechnung');

  for (const q of [
    'Kündigung',
    'kuendigungen',
    'kündig',
    'Vertrag kündigen',
    'funkvertrag',
    'Krüger kündigung',
  ]) {
    expect(await search.ids(q), q).toContain(clear);
    expect(await search.ids(q), q).not.toContain(other);
  }
  expect(await search.ids('Kündigung')).toContain(misread);
  for (const q of [
    '6029481735',
    '60 2948 1735',
    'DE89370400440532013000',
    '+49 151 12345678',
    '015112345678',
  ]) {
    expect(await search.ids(q), q).toContain(clear);
  }
  expect((await search.find('Glasfaserleitung'))[0]?.snippet).toContain('\u0001Glasfaserleitung\u0002');
  expect(await search.ids("zzzz'; drop table users; --")).toEqual([]);
  expect(await search.ids("\\' & | ! <-> :*")).toHaveLength(3);
});

test('filters narrow, and one that means nothing says so', async () => {
  await using search = await openSearch();
  const old = await addDocument(search.options, {
    ...clearLetter,
    receivedAt: new Date('2026-03-02T09:00:00Z'),
  });
  const fax = await addDocument(search.options, {
    ...clearLetter,
    text: 'Noch eine Kündigung',
    channel: 'fax',
  });
  const doubtful = await addDocument(search.options, doubtfulLetter);
  expect(await search.ids('')).toHaveLength(3);
  expect(await search.ids('konto:6029481735')).toEqual([fax, old]);
  expect(await search.ids('bis:2026-03-02')).toEqual([old]);
  expect(await search.ids('seit:gestern')).toEqual(expect.arrayContaining([fax, doubtful]));
  expect(await search.ids('kanal:fax kündigung')).toEqual([fax]);
  expect(await search.ids('anliegen:adress')).toEqual([doubtful]);
  expect(await search.ids('queue:kuendigung status:zugestellt')).toEqual([fax, old]);
  expect(await search.ids('status:klärung')).toEqual([doubtful]);
  const { body } = await search.boss.get('/api/search?q=kanal:brieftaube');
  expect(body['problems']).toEqual([{ filter: 'kanal', value: expect.any(String) }]);
});

test('pages follow each other without gap or double', async () => {
  await using search = await openSearch();
  for (let number = 0; number < 33; number += 1) {
    await addDocument(search.options, {
      ...clearLetter,
      text: `Kündigung ${number}`,
      receivedAt: new Date('2026-03-02T09:00:00Z'),
    });
  }
  const first = await search.boss.get('/api/search?q=kündigung');
  const second = await search.boss.get(`/api/search?q=kündigung&after=${first.body['next']}`);
  const ids = [first, second].flatMap(({ body }) => (body['items'] as Item[]).map((one) => one.documentId));
  expect(ids).toHaveLength(33);
  expect(new Set(ids).size).toBe(33);
  expect(second.body['next']).toBeNull();
});

test('a department finds only what lies in its queues, an operator nothing', async () => {
  await using search = await openSearch();
  const { app, options } = search;
  const own = await addDocument(options, clearLetter);
  const invoice = { ...cancellation, intent: 'invoice-dispute' };
  await addDocument(options, { text: 'Kündigung der Rechnung', intents: [invoice], account: anna });
  await addDocument(options, doubtfulLetter);
  const ada = await visit(app, options, { name: 'ada', role: 'case-worker', queues: ['kuendigung'] });
  const found = await ada.get('/api/search?q=');
  expect((found.body['items'] as Item[]).map((one) => one.documentId)).toEqual([own]);
  const view = await ada.get(`/api/documents/${own}`);
  expect(view.body['related']).toHaveLength(1);
  for (const path of ['', '/original', '/pages/1', '/pages/1/image', '/searchable.pdf']) {
    expect((await ada.get(`/api/documents/${own + 1}${path}`)).status, path).toBe(404);
  }
  expect((await ada.get('/api/queues/stammdaten/items')).status).toBe(404);
  expect((await ada.get('/api/overview')).body).toMatchObject({
    review: null,
    queues: [{ queue: 'kuendigung' }],
  });
});
