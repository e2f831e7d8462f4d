import type { Pixels } from '../image/encode-pixels.ts';
import type { Pdfium, Pointer } from './pdfium.ts';

/** Copies the pixels of a bitmap out of pdfium's memory: grey when they are grey, else RGB. */
export function readBitmap(pdfium: Pdfium, bitmap: Pointer): Pixels {
  const widthPx = pdfium._FPDFBitmap_GetWidth(bitmap);
  const heightPx = pdfium._FPDFBitmap_GetHeight(bitmap);
  const stride = pdfium._FPDFBitmap_GetStride(bitmap);
  const size = bytesPerPixel[pdfium._FPDFBitmap_GetFormat(bitmap)];
  if (!size) throw new RangeError('pdfium gave a bitmap of an unknown format');
  const start = pdfium._FPDFBitmap_GetBuffer(bitmap);
  const source = pdfium.HEAPU8.subarray(start, start + stride * heightPx);
  const grey = size === 1 || isGrey(source, widthPx, heightPx, stride, size);
  const channels = grey ? 1 : 3;
  const data = Buffer.allocUnsafe(widthPx * heightPx * channels);
  const copyRow = grey ? copyGreyRow : copyColourRow;
  for (let row = 0; row < heightPx; row += 1) {
    copyRow(source, row * stride, size, data, row * widthPx * channels, widthPx);
  }
  return { data, widthPx, heightPx, channels };
}

/** FPDFBitmap_Gray, _BGR, _BGRx, _BGRA of fpdfview.h. */
const bytesPerPixel: readonly (number | undefined)[] = [undefined, 1, 3, 4, 4];

function isGrey(source: Uint8Array, width: number, height: number, stride: number, size: number): boolean {
  for (let row = 0; row < height; row += 1) {
    const end = row * stride + width * size;
    for (let at = row * stride; at < end; at += size) {
      if (source[at] !== source[at + 1] || source[at] !== source[at + 2]) return false;
    }
  }
  return true;
}

function copyGreyRow(
  source: Uint8Array,
  from: number,
  size: number,
  target: Buffer,
  to: number,
  width: number,
): void {
  if (size === 1) target.set(source.subarray(from, from + width), to);
  else for (let x = 0; x < width; x += 1) target[to + x] = source[from + x * size] ?? 0;
}

function copyColourRow(
  source: Uint8Array,
  from: number,
  size: number,
  target: Buffer,
  to: number,
  width: number,
): void {
  for (let x = 0; x < width; x += 1) {
    const pixel = from + x * size;
    target[to + x * 3] = source[pixel + 2] ?? 0;
    target[to + x * 3 + 1] = source[pixel + 1] ?? 0;
    target[to + x * 3 + 2] = source[pixel] ?? 0;
  }
}
