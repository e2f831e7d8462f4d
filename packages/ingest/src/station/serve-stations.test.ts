import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import {
  addStation,
  brokenChains,
  removeStation,
  requestRescan,
  unbalancedBatches,
} from '@mailroom/database';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { letterPage, scanned, tiffStack } from '../fixtures/scanned-sheets.ts';
import { createSplitter } from '../stack/create-splitter.ts';
import { printSheets } from '../stack/print-sheets.ts';
import { fullIntake, storedDocuments, type TestIntake, testIntake } from '../testing/test-intake.ts';
import { type StationServer, type StationServerOptions, serveStations } from './serve-stations.ts';
import { hashStationKey, newStationKey } from './station-key.ts';

let stack: AsyncDisposableStack;
let scene: TestIntake;
let server: StationServer;
let key: string;
beforeEach(async () => {
  stack = new AsyncDisposableStack();
  scene = stack.use(await testIntake());
  key = await newStation('scan-1');
  server = await serve();
});
afterEach(() => stack.disposeAsync());

async function serve(overrides: Partial<StationServerOptions> = {}): Promise<StationServer> {
  const { database, intake } = scene;
  const splitter = createSplitter();
  stack.defer(() => splitter.close());
  const options = { database, intake, splitter, priority: 10, maxBytes: 300_000, host: '127.0.0.1', port: 0 };
  const started = await serveStations({ ...options, ...overrides });
  stack.defer(() => started.close());
  return started;
}

async function newStation(name: string): Promise<string> {
  const fresh = newStationKey();
  await addStation(scene.database, { name, keyHash: hashStationKey(fresh) });
  return fresh;
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: Record<string, unknown>;
}

async function ask(method: string, path: string, body?: Buffer | object, headers = {}): Promise<Answer> {
  const type = Buffer.isBuffer(body) ? 'image/tiff' : 'application/json';
  const response = await fetch(`${server.url}${path}`, {
    ...{
      method,
      headers: { authorization: `Bearer ${key}`, ...(body ? { 'content-type': type } : {}), ...headers },
    },
    ...(body ? { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) } : {}),
  });
  const retryAfter = response.headers.get('retry-after');
  return { status: response.status, retryAfter, body: JSON.parse(await response.text()) };
}

const scan = (text: string, bytes = 1000) => Buffer.from(`Brief ${text} `.padEnd(bytes, text));
const upload = (tray: string, name: string, sheets: string, body: Buffer = scan(name)) =>
  ask('PUT', `/v1/trays/${tray}/documents/${name}?sheets=${sheets}`, body);

test('a tray is counted, filled, and closed when every sheet has come in', async () => {
  const opened = await ask('PUT', '/v1/trays/Post%201', {
    countedSheets: 5,
    receivedAt: '2026-03-02T07:30:00+01:00',
  });
  expect(opened).toMatchObject({ status: 200, body: { state: 'open', missing: ['1-5'], receivedSheets: 0 } });
  expect(await upload('Post%201', 'a', '1-2')).toMatchObject({ status: 200, body: { isNew: true } });
  await upload('Post%201', 'b', '5');
  expect(await ask('POST', '/v1/trays/Post%201/close')).toMatchObject({
    status: 409,
    body: {
      code: 'tray-incomplete',
      message: expect.stringContaining('Es fehlen die Blätter 3-4.'),
      tray: { state: 'open', missing: ['3-4'], receivedSheets: 3 },
    },
  });
  expect(await ask('GET', '/v1/trays')).toMatchObject({ body: ['Post 1'] });
  await upload('Post%201', 'c', '3-4');
  expect(await ask('POST', '/v1/trays/Post%201/close')).toMatchObject({
    status: 200,
    body: {
      ...{ state: 'closed', missing: [], double: [], surplus: [] },
      documents: [
        { key: 'a', sheets: '1-2', state: 'received', reason: null },
        { key: 'c', sheets: '3-4' },
        { key: 'b', sheets: '5', sha256: createHash('sha256').update(scan('b')).digest('hex') },
      ],
    },
  });
  const [first] = await storedDocuments(scene.database);
  expect(first).toMatchObject({ channel: 'letter', receivedAt: new Date('2026-03-02T06:30:00Z') });
  expect(await unbalancedBatches(scene.database)).toEqual([]);
  expect(await ask('GET', '/v1/trays')).toMatchObject({ body: [] });
});

test('a client that is cut off a hundred times loses nothing and doubles nothing', async () => {
  await ask('PUT', '/v1/trays/t', { countedSheets: 10 });
  for (let sheet = 1; sheet <= 10; sheet += 1) {
    const body = scan(`d${sheet}`, 150_000);
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await sendCut(`/v1/trays/t/documents/d${sheet}?sheets=${sheet}`, body, attempt / 9);
    }
    expect(await upload('t', `d${sheet}`, `${sheet}`, body)).toMatchObject({ status: 200 });
  }
  expect(await ask('POST', '/v1/trays/t/close')).toMatchObject({
    status: 200,
    body: { state: 'closed', receivedSheets: 10, missing: [], double: [] },
  });
  const documents = await storedDocuments(scene.database);
  expect(documents.map(({ arrivals }) => arrivals)).toEqual(Array(10).fill(1));
  for (const { sha256 } of documents) expect(await scene.blobs.get(sha256)).toHaveLength(150_000);
  expect(scene.registered).toHaveLength(10);
  expect(await brokenChains(scene.database)).toEqual([]);
});

/** Breaks the connection after this share of the body; at 1 after all of it, without waiting for the answer. */
async function sendCut(path: string, body: Buffer, share: number): Promise<void> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const head = `PUT ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${key}\r\ncontent-length: ${body.length}\r\n\r\n`;
  const sent = Buffer.concat([Buffer.from(head), body.subarray(0, Math.round(body.length * share))]);
  await new Promise((resolve) => socket.write(sent, resolve));
  if (share < 0.5) socket.resetAndDestroy();
  else socket.destroy();
  if (!socket.closed) await once(socket, 'close');
}

test('the same upload ten times at once is one document', async () => {
  await ask('PUT', '/v1/trays/t', { countedSheets: 1 });
  const answers = await Promise.all(Array.from({ length: 10 }, () => upload('t', 'a', '1')));
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
  expect(answers.filter(({ body }) => body['isNew'])).toHaveLength(1);
  expect(await storedDocuments(scene.database)).toMatchObject([{ arrivals: 1 }]);
});

test('a key stands for its bytes; a closed tray takes nothing but retries', async () => {
  await ask('PUT', '/v1/trays/t', { countedSheets: 1 });
  await upload('t', 'a', '1');
  expect(await upload('t', 'a', '1', scan('other'))).toMatchObject({
    status: 409,
    body: { code: 'key-reused' },
  });
  await ask('POST', '/v1/trays/t/close');
  expect(await upload('t', 'a', '1')).toMatchObject({ status: 200, body: { isNew: false } });
  expect(await upload('t', 'b', '2')).toMatchObject({ status: 409, body: { code: 'tray-closed' } });
  expect(await ask('PUT', '/v1/trays/t', { countedSheets: 2 })).toMatchObject({ status: 409 });
  expect(await ask('POST', '/v1/trays/t/close')).toMatchObject({ status: 200 });
  expect(await storedDocuments(scene.database)).toHaveLength(1);
});

test('a wrong count is told and can be put right, sheets that came twice do not keep a tray open', async () => {
  await ask('PUT', '/v1/trays/t', { countedSheets: 2 });
  await upload('t', 'a', '1-2');
  await upload('t', 'b', '2-3');
  expect(await ask('POST', '/v1/trays/t/close')).toMatchObject({
    status: 409,
    body: { tray: { surplus: ['3'], double: ['2'] }, message: expect.stringContaining('Nicht mitgezählt') },
  });
  await ask('PUT', '/v1/trays/t', { countedSheets: 3 });
  expect(await ask('POST', '/v1/trays/t/close')).toMatchObject({ status: 200, body: { double: ['2'] } });
});

test('what is too large, empty, changed on the way or badly addressed is refused with its sentence', async () => {
  await ask('PUT', '/v1/trays/t', { countedSheets: 1 });
  expect(await upload('t', 'a', '1', scan('x', 300_001))).toMatchObject({
    status: 413,
    body: { code: 'too-large' },
  });
  expect(await upload('t', 'a', '1', Buffer.alloc(0))).toMatchObject({
    status: 400,
    body: { code: 'empty' },
  });
  expect(await upload('t', 'a', '2-1')).toMatchObject({ status: 400, body: { code: 'invalid' } });
  expect(await upload('nowhere', 'a', '1')).toMatchObject({ status: 404, body: { code: 'no-tray' } });
  const digest = { 'content-digest': `sha-256=:${Buffer.alloc(32).toString('base64')}:` };
  expect(await ask('PUT', '/v1/trays/t/documents/a?sheets=1', scan('a'), digest)).toMatchObject({
    ...{ status: 400, body: { code: 'digest' } },
  });
  expect(await storedDocuments(scene.database)).toEqual([]);
});

test('an upload that does not say how long it is ends at the limit as well', async () => {
  await ask('PUT', '/v1/trays/t', { countedSheets: 1 });
  const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(50_000)) });
  const sent = fetch(`${server.url}/v1/trays/t/documents/a?sheets=1`, {
    ...{ method: 'PUT', headers: { authorization: `Bearer ${key}` }, body: endless, duplex: 'half' },
  });
  // The client may see the answer or the broken connection first.
  expect(await sent.then(({ status }) => status).catch(() => 413)).toBe(413);
  expect(await storedDocuments(scene.database)).toEqual([]);
});

test('stations see only what is theirs, and a removed one nothing', async () => {
  await ask('PUT', '/v1/trays/t', { countedSheets: 1 });
  const first = key;
  key = await newStation('scan-2');
  expect(await ask('GET', '/v1/trays/t')).toMatchObject({ status: 404 });
  await ask('PUT', '/v1/trays/t', { countedSheets: 7 });
  key = first;
  expect(await ask('GET', '/v1/trays/t')).toMatchObject({ body: { countedSheets: 1 } });
  await removeStation(scene.database, 'scan-1');
  expect(await ask('GET', '/v1/trays/t')).toMatchObject({ status: 401, body: { code: 'unknown-key' } });
  key = 'guessed';
  expect(await ask('GET', '/v1/rescans')).toMatchObject({ status: 401 });
});

test('a rescan goes back to its station; the new scan takes the old one’s place and day of receipt', async () => {
  const { database } = scene;
  await ask('PUT', '/v1/trays/t', { countedSheets: 2, receivedAt: '2026-03-02T08:00:00Z' });
  await upload('t', 'a', '1-2');
  const [old] = await storedDocuments(database);
  await database.query(`update documents set state = 'review', reason = 'blass'`);
  await database.query(`insert into review_items (document_id, reason, stage) values ($1, 'blass', 'ocr')`, [
    old?.id,
  ]);
  const wish = { documentId: old?.id ?? 0, reason: 'Seite 2 ist zu blass', actor: 'berta' };
  expect([await requestRescan(database, wish), await requestRescan(database, wish)]).toEqual([
    'scan-1',
    'scan-1',
  ]);

  const { body } = await ask('GET', '/v1/rescans');
  expect(body).toMatchObject([
    { tray: 't', key: 'a', sheets: '1-2', reason: wish.reason, requestedBy: 'berta' },
  ]);
  const [rescan] = Object.values(body) as readonly { id: number }[]; // the answer is the list just checked
  const path = `/v1/rescans/${rescan?.id}/document`;
  expect(await ask('PUT', path, scan('a'))).toMatchObject({ status: 409, body: { code: 'same-scan' } });
  expect(await ask('PUT', path, scan('besser'))).toMatchObject({ status: 200, body: { isNew: true } });
  expect(await ask('PUT', path, scan('besser'))).toMatchObject({ status: 200, body: { isNew: false } });
  expect(await ask('PUT', path, scan('noch besser'))).toMatchObject({
    status: 409,
    body: { code: 'rescan-done' },
  });
  expect(await ask('GET', '/v1/rescans')).toMatchObject({ body: [] });

  const documents = await storedDocuments(database);
  expect(documents).toMatchObject([{ id: old?.id }, { receivedAt: new Date('2026-03-02T08:00:00Z') }]);
  const { rows } = await database.query('select state, reason from documents order by id limit 1');
  expect(rows).toEqual([
    {
      state: 'rejected',
      reason: `Neu gescannt: Das Schriftstück wird als Dokument ${documents[1]?.id} bearbeitet.`,
    },
  ]);
  expect(await brokenChains(database)).toEqual([]);
});

test('a station over its rate is told to wait, and so is one before a full queue', async () => {
  server = await serve({ perMinute: 3 });
  for (const _ of 'abc') expect(await ask('GET', '/v1/trays')).toMatchObject({ status: 200 });
  expect(await ask('GET', '/v1/trays')).toMatchObject({ status: 429, body: { code: 'too-many' } });
  key = await newStation('scan-2');
  expect(await ask('GET', '/v1/trays')).toMatchObject({ status: 200 });
  server = await serve({ intake: fullIntake(scene) });
  await ask('PUT', '/v1/trays/t', { countedSheets: 1 });
  expect(await upload('t', 'a', '1')).toMatchObject({ status: 503, retryAfter: '30' });
});

test('the description of the interface is open to everybody', async () => {
  key = '';
  const { body } = await ask('GET', '/openapi.json');
  expect(Object.keys(body['paths'] ?? {})).toContain('/v1/trays/{tray}/documents/{key}');
});

test('a tray that says so has its stacks taken apart; a retry adds nothing, another file needs another key', async () => {
  const letter = await letterPage();
  const [sheet = letter] = await scanned(await printSheets({ first: 1, count: 1 }));
  const stacked = await tiffStack([sheet, letter, letter, sheet, letter]);
  await ask('PUT', '/v1/trays/s', { countedSheets: 5, stacks: 'sheets' });
  const first = await upload('s', 'korb', '1-5', stacked);
  expect(first).toMatchObject({ status: 200, body: { isNew: true } });
  expect(await upload('s', 'korb', '1-5', stacked)).toMatchObject({ body: { ...first.body, isNew: false } });
  expect(await upload('s', 'korb', '1-5', scan('x'))).toMatchObject({
    status: 409,
    body: { code: 'key-reused' },
  });
  expect(await ask('POST', '/v1/trays/s/close')).toMatchObject({
    status: 200,
    body: {
      ...{ state: 'closed', missing: [], double: [] },
      documents: [
        { key: 'korb pages 2-3', sheets: '1-4' },
        { key: 'korb pages 5', sheets: '5' },
      ],
    },
  });
  expect(await upload('s', 'korb', '1-5', stacked)).toMatchObject({ status: 200 });
  expect(await unbalancedBatches(scene.database)).toEqual([]);
});
