import { existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { MisconfigurationError } from '@mailroom/core';

/** Where the trained data of every language lies, and where it was found. */
export interface Model {
  readonly languages: string;
  readonly origin: 'configured' | 'system' | 'package';
  readonly files: readonly { readonly language: string; readonly path: string }[];
}

/** Where distributions put the models of their `tesseract-ocr-deu`: the fast ones. */
const systemDirs = [
  '/usr/share/tesseract-ocr/5/tessdata',
  '/usr/share/tesseract-ocr/4.00/tessdata',
  '/usr/share/tesseract/tessdata',
  '/usr/share/tessdata',
  '/opt/homebrew/share/tessdata',
];

/**
 * The model in use: from `modelDir` when it is given, else the system's, else the npm packages'.
 * @param languages as tesseract writes them: "deu" or "deu+eng"
 * @throws MisconfigurationError when a language is nowhere
 */
export function findModel(languages: string, modelDir?: string): Model {
  const wanted = languages.split('+');
  const places: readonly (readonly [Model['origin'], (language: string) => string | undefined])[] =
    modelDir === undefined
      ? [...systemDirs.map((dir) => ['system', inDir(dir)] as const), ['package', inPackage]]
      : [['configured', inDir(modelDir)]];
  for (const [origin, find] of places) {
    const files = wanted.flatMap((language) => {
      const path = find(language);
      return path === undefined ? [] : [{ language, path }];
    });
    if (files.length === wanted.length) return { languages, origin, files };
  }
  throw new MisconfigurationError(
    'ocr-model-missing',
    modelDir === undefined
      ? `There is no OCR model for "${languages}". Use "deu" or "deu+eng", or put <language>.traineddata files into a folder and set OCR_MODEL_DIR to it.`
      : `OCR_MODEL_DIR is ${modelDir}, but it does not hold a .traineddata file for each of "${languages}". Put them there or remove the setting.`,
  );
}

/** For `config check`: which model is used, where it lies, and what it costs. */
export function describeModel(model: Model): string {
  const places = [...new Set(model.files.map((file) => dirname(file.path)))].join(', ');
  const bytes = model.files.reduce((sum, file) => sum + statSync(file.path).size, 0);
  return `${model.languages}, ${costs[model.origin]} (${places}, ${(bytes / 1e6).toFixed(1)} MB)`;
}

const costs: Record<Model['origin'], string> = {
  configured: 'the model of OCR_MODEL_DIR',
  system: "the system's fast model",
  package:
    'the npm package\'s "best" model, which takes about 1.7 times as long as the fast one of Debian\'s tesseract-ocr-deu',
};

/** Puts `<language>.traineddata` for every language, unpacked, into one folder, as both engines want them. */
export function collectModel(model: Model, dir: string): void {
  for (const { language, path } of model.files) {
    const target = join(dir, `${language}.traineddata`);
    if (path.endsWith('.gz')) writeFileSync(target, gunzipSync(readFileSync(path)));
    else symlinkSync(path, target);
  }
}

function inDir(dir: string): (language: string) => string | undefined {
  return (language) =>
    [`${language}.traineddata`, `${language}.traineddata.gz`]
      .map((name) => join(dir, name))
      .find((path) => existsSync(path));
}

function inPackage(language: string): string | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve(`@tesseract.js-data/${language}/package.json`);
    return inDir(join(dirname(manifest), '4.0.0_best_int'))(language);
  } catch {
    // Not installed: only deu and eng come along.
    return undefined;
  }
}
