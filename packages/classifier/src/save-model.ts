import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { MisconfigurationError, messageOf } from '@mailroom/core';
import { z } from 'zod';
import type { ConvNet, Head } from './learn/conv/conv-net.ts';
import { indexRows } from './learn/feature-rows.ts';
import type { LinearModel } from './learn/linear-model.ts';
import type { Model } from './model.ts';

/** The trained model that comes along, made by `train` from the letters that come along. */
export const defaultModelPath: string = fileURLToPath(new URL('../model/default.model.gz', import.meta.url));

const format = 'mailroom-model-2';

const linearSchema = z.object({
  targets: z.number().int(),
  rows: z.string(),
  weights: z.string(),
  scale: z.number(),
  bias: z.array(z.number()),
});

const packedSchema = z.object({ numbers: z.string(), scale: z.number() });

const headSchema = z.object({
  hidden: packedSchema,
  hiddenBias: packedSchema,
  out: packedSchema,
  outBias: packedSchema,
});

const netSchema = z.object({
  targets: z.number().int(),
  sizes: z.object({ word: z.number().int(), filters: z.number().int(), hidden: z.number().int() }),
  rows: z.string(),
  words: packedSchema,
  filters: packedSchema,
  filterBias: packedSchema,
  sentence: headSchema,
  letter: headSchema,
});

const modelSchema = z.object({
  format: z.literal(format),
  version: z.string(),
  trainedOn: z.number(),
  intents: z.array(z.string()),
  sentences: linearSchema,
  letters: linearSchema,
  net: netSchema,
  combine: linearSchema,
  order: linearSchema,
  trust: linearSchema,
  limits: z.object({
    targetWrongRate: z.number(),
    leastTrust: z.number(),
    curve: z
      .array(z.object({ targetWrongRate: z.number(), leastTrust: z.number(), routedShare: z.number() }))
      .readonly(),
    cancellation: z.object({ absentBelow: z.number(), presentAbove: z.number() }),
  }),
});

/** Bytes of a model: gzip'd JSON, the weights as 16-bit numbers. The same model gives the same bytes. */
export function encodeModel(model: Model): Buffer {
  const packed: z.infer<typeof modelSchema> = {
    format,
    ...model,
    intents: [...model.intents],
    sentences: packLinear(model.sentences, leastWeight),
    letters: packLinear(model.letters, leastWeight),
    net: packNet(model.net),
    combine: packLinear(model.combine, 0),
    order: packLinear(model.order, 0),
    trust: packLinear(model.trust, 0),
  };
  return gzipSync(JSON.stringify(packed), { level: 6 });
}

/** Writes beside the place first, so that a reader never finds half a model. */
export function saveModel(model: Model, path: string): void {
  writeFileSync(`${path}.part`, encodeModel(model));
  renameSync(`${path}.part`, path);
}

/** Throws MisconfigurationError when the file is missing, damaged, or of another format. */
export function loadModel(path: string = defaultModelPath): Model {
  return readModel(path, () => readFileSync(path));
}

/** What encodeModel wrote. Throws MisconfigurationError when it is damaged or of another format. */
export function decodeModel(bytes: Uint8Array, name: string): Model {
  return readModel(name, () => bytes);
}

function readModel(name: string, read: () => Uint8Array): Model {
  try {
    const written = JSON.parse(gunzipSync(read()).toString('utf8'));
    if (written.format !== format) {
      throw new Error(`another version of Mailroom wrote it (${written.format}; this one reads ${format})`);
    }
    const packed = modelSchema.parse(written);
    return {
      ...packed,
      sentences: unpackLinear(packed.sentences),
      letters: unpackLinear(packed.letters),
      net: unpackNet(packed.net),
      combine: unpackLinear(packed.combine),
      order: unpackLinear(packed.order),
      trust: unpackLinear(packed.trust),
    };
  } catch (cause) {
    throw new MisconfigurationError(
      'model-unreadable',
      `The classifier model ${name} cannot be used: ${messageOf(cause)}. Put another one in service with "mailroom models use".`,
      { cause },
    );
  }
}

/** Rows whose weights are all below `least` are left out. */
function packLinear(model: LinearModel, least: number): z.infer<typeof linearSchema> {
  const largest = model.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9);
  const scale = largest / 32767;
  const names: number[] = [];
  const weights: number[] = [];
  for (const [row, name] of model.rows.names.entries()) {
    const own = model.weights.subarray(row * model.targets, (row + 1) * model.targets);
    const rounded = Array.from(own, (weight) => Math.round(weight / scale));
    if (rounded.every((weight) => Math.abs(weight * scale) < least)) continue;
    names.push(name);
    weights.push(...rounded.map((weight) => (Math.abs(weight * scale) < least ? 0 : weight)));
  }
  return {
    targets: model.targets,
    rows: toBase64(Uint32Array.from(names)),
    weights: toBase64(Int16Array.from(weights)),
    scale,
    bias: [...model.bias],
  };
}

/** Smaller weights change no decision and make up most of the bytes. */
const leastWeight = 0.02;

function unpackLinear(packed: z.infer<typeof linearSchema>): LinearModel {
  const rows = indexRows(new Uint32Array(fromBase64(packed.rows)));
  const weights = unpack({ numbers: packed.weights, scale: packed.scale });
  return { targets: packed.targets, rows, weights, bias: Float32Array.from(packed.bias) };
}

function packNet(net: ConvNet): z.infer<typeof netSchema> {
  const head = ({ hidden, hiddenBias, out, outBias }: Head): z.infer<typeof headSchema> => ({
    hidden: pack(hidden),
    hiddenBias: pack(hiddenBias),
    out: pack(out),
    outBias: pack(outBias),
  });
  return {
    targets: net.targets,
    sizes: net.sizes,
    rows: toBase64(net.rows.names),
    words: pack(net.words),
    filters: pack(net.filters),
    filterBias: pack(net.filterBias),
    sentence: head(net.sentence),
    letter: head(net.letter),
  };
}

function unpackNet(packed: z.infer<typeof netSchema>): ConvNet {
  const head = ({ hidden, hiddenBias, out, outBias }: z.infer<typeof headSchema>): Head => ({
    hidden: unpack(hidden),
    hiddenBias: unpack(hiddenBias),
    out: unpack(out),
    outBias: unpack(outBias),
  });
  const net = {
    targets: packed.targets,
    sizes: packed.sizes,
    rows: indexRows(new Uint32Array(fromBase64(packed.rows))),
    words: unpack(packed.words),
    filters: unpack(packed.filters),
    filterBias: unpack(packed.filterBias),
    sentence: head(packed.sentence),
    letter: head(packed.letter),
  };
  checkSizes(net);
  return net;
}

/** Numbers as 16-bit ones of a common scale. */
function pack(numbers: Float32Array): z.infer<typeof packedSchema> {
  const scale = numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 1e-9) / 32767;
  if (!Number.isFinite(scale)) throw new RangeError('a weight is no number');
  return { numbers: toBase64(Int16Array.from(numbers, (number) => Math.round(number / scale))), scale };
}

/** @throws Error when a matrix has not the size it must have, which would give scores that are no numbers */
function checkSizes({ targets, sizes, rows, words, filters, filterBias, sentence, letter }: ConvNet): void {
  const { word, filters: count, hidden } = sizes;
  const headSizes = (head: Head, inputs: number): [number, number][] => [
    [head.hidden.length, hidden * inputs],
    [head.hiddenBias.length, hidden],
    [head.out.length, targets * hidden],
    [head.outBias.length, targets],
  ];
  const wanted: [number, number][] = [
    [words.length, rows.names.length * word],
    [filters.length, 3 * count * word],
    [filterBias.length, count],
    ...headSizes(sentence, count + word),
    ...headSizes(letter, 2 * count),
  ];
  if (wanted.some(([is, must]) => is !== must)) throw new Error('the net lacks numbers');
}

function unpack({ numbers, scale }: z.infer<typeof packedSchema>): Float32Array {
  const unpacked = Float32Array.from(new Int16Array(fromBase64(numbers)));
  for (let index = 0; index < unpacked.length; index += 1) {
    unpacked[index] = (unpacked[index] as number) * scale;
  }
  return unpacked;
}

const toBase64 = (numbers: Uint32Array | Int16Array): string =>
  Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64');

const fromBase64 = (text: string): ArrayBuffer => new Uint8Array(Buffer.from(text, 'base64')).buffer;
