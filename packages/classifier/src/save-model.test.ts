import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
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
});

it('a damaged model is refused with what to do', () => {
  const path = join(folder, 'damaged.gz');
  writeFileSync(path, 'no model');
  expect(() => loadModel(path)).toThrow(/mailroom models use/);
});
