import { expect, test } from 'vitest';
import { createServer } from '../create-server.ts';
import { addDocument } from '../testing/add-document.ts';
import { clearLetter, doubtfulLetter } from '../testing/letters.ts';
import { defaults, openScene } from '../testing/scene.ts';
import { visit } from '../testing/visitor.ts';
import { judgeDelivery } from './judge-delivery.ts';
import { shareInterval } from './share-interval.ts';

test('wrong is a department that has nothing to do with it, or a cancellation that nobody was told of', () => {
  const judge = (machine: string[], person: string[]) => judgeDelivery(machine, person, defaults);
  expect(judge(['cancellation'], ['cancellation'])).toBe('right');
  expect(judge(['address-change'], ['name-change'])).toBe('right'); // the same department
  expect(judge(['complaint'], ['cancellation'])).toBe('wrong');
  expect(judge(['complaint'], ['complaint', 'cancellation'])).toBe('wrong');
  expect(judge(['complaint'], ['complaint', 'fault-report'])).toBe('incomplete');
  expect(judge(['complaint', 'renewal'], ['complaint'])).toBe('wrong');
});

test('the interval is wide for few and never empty', () => {
  expect(shareInterval(0, 0)).toEqual({ share: 0, low: 0, high: 1 });
  expect(shareInterval(0, 100).high).toBeCloseTo(0.037, 3);
  expect(shareInterval(5, 100)).toMatchObject({ share: 0.05 });
  expect(shareInterval(5, 100).low).toBeCloseTo(0.0215, 3);
  expect(shareInterval(5, 100).high).toBeCloseTo(0.1118, 3);
});

async function openOffice(blindShare: number) {
  const scene = await openScene();
  const { options } = scene;
  const rules = { ...options.rules, current: () => ({ version: 0, rulebook: { ...defaults, blindShare } }) };
  const app = await createServer({ ...options, rules }, new Map());
  const rita = await visit(app, options, { name: 'rita', role: 'case-worker', queues: ['review'] });
  const otto = await visit(app, options, { name: 'otto', role: 'case-worker', queues: ['review'] });
  const boss = await visit(app, options, { name: 'boss', role: 'supervisor' });
  const close = async () => {
    await app.close();
    await scene[Symbol.asyncDispose]();
  };
  return { options, app, rita, otto, boss, [Symbol.asyncDispose]: close };
}

test('what was drawn is judged without the machine’s decision, once, and counts for the supervisor', async () => {
  await using office = await openOffice(1);
  const { options, rita, otto, boss } = office;
  const id = await addDocument(options, clearLetter);
  await addDocument(options, doubtfulLetter); // a person decided it anyway: not in the sample
  const drawn = (await rita.send('POST', '/api/blind/next')).body;
  expect(drawn).toMatchObject({ document: { id, pages: [{ number: 1 }] }, open: 1 });
  expect(JSON.stringify(drawn)).not.toContain('cancellation');
  expect((await rita.get(`/api/documents/${id}/pages/1/image`)).status).toBe(200);
  expect((await otto.send('POST', '/api/blind/next')).body['document']).toBeNull();

  // Corrected meanwhile by the department: what the machine had said is judged all the same.
  const corrected = { intents: ['complaint'], customerNumber: '6029481735' };
  expect((await boss.send('POST', `/api/review/${id}/decision`, corrected)).status).toBe(200);
  const decide = (who: typeof rita) =>
    who.send('POST', `/api/blind/${id}/decision`, { intents: ['complaint'] });
  expect((await decide(otto)).status).toBe(409);
  expect((await decide(rita)).body).toEqual({ verdict: 'wrong', machine: ['cancellation'] });
  expect((await decide(rita)).status).toBe(409);
  const { blind } = (await boss.get('/api/supervision')).body;
  expect(blind).toMatchObject({
    ...{ checked: 1, wrong: 1, share: 1 },
    intents: [{ intent: 'cancellation', checked: 1, wrong: 1 }],
  });
  const history = (await boss.get(`/api/documents/${id}`)).body['history'];
  expect(history).toContainEqual(expect.objectContaining({ kind: 'blind-checked', actor: 'rita' }));
});

test('the share decides how many are drawn, and a reviewer sees nothing else of a department', async () => {
  await using none = await openOffice(0);
  const id = await addDocument(none.options, clearLetter);
  expect((await none.rita.send('POST', '/api/blind/next')).body).toEqual({ document: null, open: 0 });
  expect((await none.rita.get(`/api/documents/${id}`)).status).toBe(404);
  await none.options.database.query(
    `insert into documents (sha256, bytes, file_name, media_type, channel, batch_id, received_at, priority, last_event_hash)
     select encode(sha256(n::text::bytea), 'hex'), 1, 'x', 'x', 'fax', (select min(id) from batches), now(), 1, ''
     from generate_series(1, 2000) n`,
  );
  const { rows } = await none.options.database.query<{ drawn: number }>(
    "select count(*) as drawn from documents where file_name = 'x' and sample_place(sha256) < 0.1",
  );
  expect(Math.abs((rows[0]?.drawn ?? 0) - 200)).toBeLessThan(60);
});
