import type { Rulebook } from '@mailroom/core';
import { loadWorkItems } from '@mailroom/database';
import { expect, test } from 'vitest';
import { createServer } from '../create-server.ts';
import { addDocument } from '../testing/add-document.ts';
import { clearLetter, doubtfulLetter } from '../testing/letters.ts';
import { defaults, openScene } from '../testing/scene.ts';
import { visit } from '../testing/visitor.ts';

/** The rules with another queue and due time for cancellations. */
function withCancellation(change: Partial<Rulebook['taxonomy']['intents'][number]>): Rulebook {
  const intents = defaults.taxonomy.intents.map((one) =>
    one.intent === 'cancellation' ? { ...one, ...change } : one,
  );
  return { ...defaults, taxonomy: { ...defaults.taxonomy, intents } };
}

async function openOffice() {
  const scene = await openScene();
  const app = await createServer(scene.options, new Map());
  const boss = await visit(app, scene.options, { name: 'boss', role: 'supervisor' });
  const preview = async (rulebook: Rulebook) =>
    (await boss.send('POST', '/api/rules/preview', { rulebook, days: 14 })).body;
  const save = (basedOn: number, rulebook: Rulebook) =>
    boss.send('PUT', '/api/rules', { basedOn, rulebook, note: 'Versuch' });
  const close = async () => {
    await app.close();
    await scene[Symbol.asyncDispose]();
  };
  return { ...scene, app, boss, preview, save, [Symbol.asyncDispose]: close };
}

test('the preview says what the letters of the last days would have become', async () => {
  await using office = await openOffice();
  const clear = await addDocument(office.options, clearLetter);
  await addDocument(office.options, doubtfulLetter);
  const nothing = {
    toReview: 0,
    toDelivery: 0,
    otherQueue: 0,
    earlier: 0,
    later: 0,
    queues: [],
    examples: [],
  };
  expect(await office.preview(defaults)).toMatchObject({ total: 2, examined: 2, ...nothing });
  const due = { unit: 'days', amount: 90 } as const;
  expect(await office.preview(withCancellation({ due }))).toMatchObject({ ...nothing, later: 1 });
  expect(await office.preview(withCancellation({ queue: 'storno' }))).toMatchObject({
    otherQueue: 1,
    queues: [
      { queue: 'kuendigung', before: 1, after: 0 },
      { queue: 'storno', before: 0, after: 1 },
    ],
    abandoned: [{ queue: 'kuendigung', open: 1 }],
    examples: [{ documentId: clear, before: ['kuendigung'], after: ['storno'] }],
  });
});

test('another threshold is tried out by reading the letters again', async () => {
  await using office = await openOffice();
  const text = 'Guten Tag, kündigen? Vielleicht, wenn die Rechnung nicht stimmt. Kundennummer 6029481735';
  await addDocument(office.options, clearLetter);
  await addDocument(office.options, { ...clearLetter, text });
  const strict = await office.preview({ ...defaults, targetWrongRate: 0.002 });
  const loose = await office.preview({ ...defaults, targetWrongRate: 0.1 });
  expect(strict['toDelivery']).toBe(0);
  expect(loose['toReview']).toBe(0);
  expect(strict['toReview']).toBeGreaterThanOrEqual(Number(loose['toReview']));
});

test('what is put in force routes the next letter, is on record and can be taken back', async () => {
  await using office = await openOffice();
  const { options, boss } = office;
  const changed = withCancellation({ queue: 'storno' });
  expect((await office.save(0, changed)).body).toEqual({ version: 1 });
  const id = await addDocument(options, clearLetter);
  expect(await loadWorkItems(options.database, id)).toMatchObject([{ queue: 'storno' }]);
  expect((await boss.get('/api/taxonomy')).body['queues']).toContain('storno');
  expect((await office.save(0, defaults)).body['code']).toBe('rules-overtaken');

  const before = (await boss.get('/api/rules/0')).body['rulebook'] as Rulebook;
  expect((await office.save(1, before)).body).toEqual({ version: 2 });
  const answer = (await boss.get('/api/rules')).body;
  expect(answer).toMatchObject({ version: 2, versions: [{ version: 2, actor: 'boss' }, { version: 1 }] });
  expect(answer['rulebook']).toEqual(before);
  const log = await options.database.query("select details from audit where action = 'changed-rules'");
  expect(log.rows[0]).toEqual({ details: { basedOn: 0, note: 'Versuch' } });
});

test('rules that the machine or a deadline cannot work by are refused', async () => {
  await using office = await openOffice();
  const { taxonomy } = defaults;
  const fewer = { ...taxonomy, intents: taxonomy.intents.filter((one) => one.intent !== 'renewal') };
  const refused = await office.save(0, { ...defaults, taxonomy: fewer });
  expect(refused.body).toMatchObject({ code: 'unusable-rules' });
  expect(refused.body['message']).toContain('renewal');
  const wrong = { ...defaults, calendar: { ...defaults.calendar, closesAtHour: 25 } };
  expect((await office.save(0, wrong)).status).toBe(400);
  expect((await office.boss.get('/api/rules')).body).toMatchObject({ version: 0, versions: [] });
});
