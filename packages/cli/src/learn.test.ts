import { loadModel, loadTaxonomy, readCorpus, readPhrases } from '@mailroom/classifier';
import { defaultCalendar, type Rulebook } from '@mailroom/core';
import { type Database, modelVersions, openBatch, putModelInService, register } from '@mailroom/database';
import { testDatabase } from '@mailroom/database/testing';
import { expect, test } from 'vitest';
import { followClassifier } from './follow-classifier.ts';
import { learn } from './learn.ts';

const rulebook: Rulebook = {
  ...{ taxonomy: loadTaxonomy(), calendar: defaultCalendar, queueLabels: {} },
  ...{ targetWrongRate: null, blindShare: 0 },
};
const corpus = readCorpus();
const phrases = readPhrases().filter((_, index) => index % 10 === 0);
const fewLetters = corpus.filter((_, index) => index % 100 === 0);
const moreLetters = corpus.filter((_, index) => index % 20 === 0);
const fromDesk = corpus.filter(({ kind }, index) => index % 12 === 7 && kind === 'everyday');
const letter = { channel: 'letter', text: 'Hiermit kündige ich.', receivedAt: new Date() } as const;

test('what people decide trains a model that goes into service everywhere when it is not worse', async () => {
  await using scene = await testDatabase();
  const { database } = scene;
  await label(database, 150);
  const weak = await learn(database, () => rulebook, { letters: fewLetters, phrases: [] });
  expect(weak).toMatchObject({ letters: fewLetters.length + 120, labels: 120 });
  expect(weak.refusal, 'the model that comes along knows these letters').toBeDefined();
  expect(weak.before.version).toBe(loadModel().version);

  await putModelInService(database, weak.now.version, 'for the test');
  const classifier = await followClassifier(database);
  const inService = () => classifier.under(rulebook).classify(letter).modelVersion;
  expect(inService()).toBe(weak.now.version);
  const strong = await learn(database, () => rulebook, { letters: moreLetters, phrases });
  expect(strong.refusal).toBeUndefined();
  await expect.poll(inService, { timeout: 10_000 }).toBe(strong.now.version);

  await putModelInService(database, null, 'back to the first');
  await expect.poll(inService, { timeout: 10_000 }).toBe(loadModel().version);
  await classifier.close();
  const kept = (await modelVersions(database)).map(({ version }) => version);
  expect(kept).toEqual([strong.now.version, weak.now.version]);
}, 120_000);

test('what was taken back does not train, and too few letters to measure on put nothing in service', async () => {
  await using scene = await testDatabase();
  const { database } = scene;
  await label(database, 10);
  await database.query('update labels set undone_at = now() where document_id = 1');
  const learned = await learn(database, () => rulebook, { letters: fewLetters, phrases });
  expect(learned).toMatchObject({ labels: 7, refusal: expect.stringContaining('only 2 labelled letters') });
}, 60_000);

/** Letters as they stand in a mailroom in which somebody has decided each of them. */
async function label(database: Database, count: number): Promise<void> {
  const receivedAt = new Date('2026-03-02T08:00:00Z');
  const batchId = await openBatch(database, { name: 'tray', source: 'folder', receivedAt });
  for (const [index, { text, intents, channel }] of fromDesk.slice(0, count).entries()) {
    const path = `${index}.txt`;
    const sha256 = index.toString(16).padStart(64, '0');
    const file = { path, fileName: path, sha256, bytes: 3, modifiedMs: 0, mediaType: 'text/plain' } as const;
    const { documentId } = await register(database, { batchId, ...file, channel, receivedAt, priority: 10 });
    await database.query('insert into document_texts (document_id, text) values ($1, $2)', [
      documentId,
      text,
    ]);
    const wishes = intents.map(({ intent }) => intent);
    await database.query(
      "insert into labels (document_id, actor, intents, before) values ($1, 'rita', $2, '{}')",
      [documentId, wishes],
    );
  }
}
