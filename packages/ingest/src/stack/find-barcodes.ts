import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { GreyPage } from './grey-page.ts';

let ready: Promise<unknown> | undefined;

/** The texts of the barcodes that separator sheets come with: Code 39, Code 128, QR, Data Matrix. */
export async function findBarcodes({ data, width, height }: GreyPage): Promise<readonly string[]> {
  ready ??= prepare();
  await ready;
  const image = { data: colours(data), width, height, colorSpace: 'srgb' } as const;
  const found = await readBarcodes(image, {
    formats: ['Code39', 'Code128', 'QRCode', 'DataMatrix'],
    ...{ tryHarder: true, tryRotate: true, tryInvert: false, maxNumberOfSymbols: 8 },
  });
  return found.filter(({ isValid }) => isValid).map(({ text }) => text);
}

/** By default the package would fetch its wasm from the network. */
async function prepare(): Promise<void> {
  const path = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const bytes = await readFile(path);
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}

function colours(grey: Uint8Array): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint32Array(grey.length);
  for (let at = 0; at < grey.length; at += 1) pixels[at] = (grey[at] ?? 0) * 0x010101 + opaque;
  return new Uint8ClampedArray(pixels.buffer);
}

const opaque = 0xff000000;
