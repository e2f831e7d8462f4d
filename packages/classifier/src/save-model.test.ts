import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { readLetter } from './classify/read-letter.ts';
import { loadModel, saveModel } from './save-model.ts';

const folder = mkdtempSync(join(tmpdir(), 'mailroom-model-'));

it('a saved model comes back as it was', () => {
  const model = loadModel();
  const path = join(folder, 'again.gz');
  saveModel(model, path);
  const again = loadModel(path);
  expect(again.version).toBe(model.version);
  expect(again.limits).toEqual(model.limits);
  expect(again.sentences.rows.names.length).toBe(model.sentences.rows.names.length);
  const letter = 'Guten Tag,\n\nbitte beenden Sie den Vertrag meiner Mutter zum Jahresende.\n\nEva Kern\n';
  expect(readLetter(letter, again).probabilities).toEqual(readLetter(letter, model).probabilities);
});

it('a model of an older format is refused by its name', () => {
  const path = join(folder, 'older.gz');
  writeFileSync(path, gzipSync('{"format":"mailroom-model-1","version":"m7"}'));
  expect(() => loadModel(path)).toThrow(/another version.*mailroom-model-1.*mailroom models use/);
});

it('a damaged model is refused with what to do', () => {
  const path = join(folder, 'damaged.gz');
  writeFileSync(path, 'no model');
  expect(() => loadModel(path)).toThrow(/mailroom models use/);
});
