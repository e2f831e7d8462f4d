import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { collectModel, describeModel, findModel } from './model.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'mailroom-model-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

test('a configured folder is used and described', () => {
  writeFileSync(join(dir, 'deu.traineddata'), 'x');
  const model = findModel('deu', dir);
  expect(model.origin).toBe('configured');
  expect(describeModel(model)).toBe(`deu, the model of OCR_MODEL_DIR (${dir}, 0.0 MB)`);
});

test('a configured folder must hold every language', () => {
  writeFileSync(join(dir, 'deu.traineddata'), 'x');
  expect(() => findModel('deu+eng', dir)).toThrow('does not hold a .traineddata file for each of "deu+eng"');
});

test('deu and deu+eng are there without any setting; an unknown language is named', () => {
  expect(findModel('deu').files).toHaveLength(1);
  expect(findModel('deu+eng').files.map((file) => file.language)).toEqual(['deu', 'eng']);
  expect(() => findModel('xxx')).toThrow('There is no OCR model for "xxx"');
});

test('packed models are unpacked for those who need it', () => {
  writeFileSync(join(dir, 'deu.traineddata.gz'), gzipSync('model'));
  const target = mkdtempSync(join(dir, 'target'));
  collectModel(findModel('deu', dir), target);
  expect(readdirSync(target)).toEqual(['deu.traineddata']);
});
