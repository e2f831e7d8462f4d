import { inflateSync } from 'node:zlib';
import { plausibleDpi } from '../dpi.ts';
import { checkPixels, type PixelCheck } from '../image/check-pixels.ts';
import { encodeExactly, isUniform, type Pixels } from '../image/encode-pixels.ts';
import { wrapFax } from '../tiff/wrap-fax.ts';
import { readBitmap } from './bitmap.ts';
import { findImageDictionary, type ImageDictionary } from './image-dictionary.ts';
import { g4OfJbig2 } from './jbig2-mmr.ts';
import type { LoadedPdf } from './load-pdf.ts';
import { drawnSize } from './matrix.ts';
import type { Pdfium, Pointer } from './pdfium.ts';
import { withScratch } from './scratch.ts';
import type { DrawnImage } from './survey-page.ts';

/** An image of a page with its own pixels. */
export interface EmbeddedImage {
  readonly image: Buffer;
  readonly xDpi: number;
  readonly yDpi: number;
  readonly filter: string;
  /** Size as it stands in the file. */
  readonly rawBytes: number;
  readonly check: PixelCheck;
}

/**
 * The encoded image itself where a decoder of ours takes it (JPEG, fax), else its pixels as pdfium decodes
 * them. Undefined when the page shows it otherwise than it is stored (masks, colour maps of a JPEG).
 */
export async function embeddedImage(
  pdf: LoadedPdf,
  page: Pointer,
  drawn: DrawnImage,
  { userUnit, maxPixels }: { readonly userUnit: number; readonly maxPixels: number },
): Promise<EmbeddedImage | undefined> {
  const { pdfium, imageSearch } = pdf;
  const filters = filtersOf(pdfium, drawn.object);
  const raw = rawData(pdfium, drawn.object);
  const dictionary = findImageDictionary(imageSearch, raw);
  if (!dictionary || dictionary.altered) return undefined;
  const dpi = dpiOf(drawn, userUnit);
  const source = { drawn, raw, filters, dictionary, dpi, ...metadataOf(pdf, page, drawn) };
  const found = (await passedThrough(source, maxPixels)) ?? (await decoded(pdfium, source));
  return found && { ...found, ...dpi, filter: filters.at(-1) ?? 'none', rawBytes: raw.length };
}

interface Source {
  readonly drawn: DrawnImage;
  readonly raw: Buffer;
  readonly filters: readonly string[];
  readonly dictionary: ImageDictionary;
  readonly dpi: { readonly xDpi: number; readonly yDpi: number };
  readonly bitsPerPixel: number;
  readonly colourspace: number;
}

type Found = Pick<EmbeddedImage, 'image' | 'check'>;

/** pdfium gets a second chance with what our decoders refuse: damaged fax data, odd JPEGs. */
async function passedThrough(source: Source, maxPixels: number): Promise<Found | undefined> {
  const image = encodedImage(source);
  if (!image) return undefined;
  const check = await checkPixels(image, 0, maxPixels);
  return check.state === 'unreadable' ? undefined : { image, check };
}

function encodedImage(source: Source): Buffer | undefined {
  if (!plainColourspaces.has(source.colourspace)) return undefined;
  const encoded = source.filters.length === 2 ? inflated(source) : source.raw;
  if (!encoded || source.filters.length > 2) return undefined;
  switch (source.filters.at(-1)) {
    case 'DCTDecode':
      return !source.dictionary.inverted && [8, 24].includes(source.bitsPerPixel) ? encoded : undefined;
    case 'CCITTFaxDecode':
      return source.bitsPerPixel === 1 ? wrapped(source, encoded) : undefined;
    case 'JBIG2Decode':
      return unwrapped(source, encoded);
    default:
      return undefined;
  }
}

function wrapped({ drawn, dictionary, dpi }: Source, encoded: Buffer): Buffer | undefined {
  const { k, columns, byteAlign, blackIs1 } = dictionary.fax;
  if (columns !== drawn.widthPx) return undefined;
  const { widthPx, heightPx } = drawn;
  return wrapFax(encoded, {
    widthPx,
    heightPx,
    k,
    byteAlign,
    inverted: blackIs1 !== dictionary.inverted,
    ...dpi,
  });
}

function unwrapped({ drawn, dictionary, dpi }: Source, encoded: Buffer): Buffer | undefined {
  const { widthPx, heightPx } = drawn;
  const g4 = g4OfJbig2(encoded, widthPx, heightPx);
  return (
    g4 && wrapFax(g4, { widthPx, heightPx, k: -1, byteAlign: false, inverted: dictionary.inverted, ...dpi })
  );
}

/** Some writers deflate a JPEG once more. */
function inflated({ filters, raw }: Source): Buffer | undefined {
  if (filters[0] !== 'FlateDecode') return undefined;
  try {
    return inflateSync(raw, { maxOutputLength: 64 * 1024 * 1024 });
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

async function decoded(pdfium: Pdfium, { drawn, bitsPerPixel }: Source): Promise<Found | undefined> {
  const { object, widthPx, heightPx } = drawn;
  if (bitsPerPixel > 8 && widthPx * heightPx > maxColourPixels) return undefined;
  const bitmap = pdfium._FPDFImageObj_GetBitmap(object);
  if (bitmap === 0) return undefined;
  const pixels = takeBitmap(pdfium, bitmap);
  return { image: await encodeExactly(pixels), check: { state: 'whole', uniform: isUniform(pixels.data) } };
}

function takeBitmap(pdfium: Pdfium, bitmap: Pointer): Pixels {
  try {
    return readBitmap(pdfium, bitmap);
  } finally {
    pdfium._FPDFBitmap_Destroy(bitmap);
  }
}

/** A colour image beyond this is drawn smaller instead: three bytes a pixel, several times over. */
const maxColourPixels = 40_000_000;

function dpiOf({ matrix, widthPx, heightPx }: DrawnImage, userUnit: number) {
  const { width, height } = drawnSize(matrix);
  const inches = userUnit / 72;
  return plausibleDpi(widthPx, heightPx, {
    xDpi: widthPx / (width * inches),
    yDpi: heightPx / (height * inches),
  });
}

function metadataOf({ pdfium }: LoadedPdf, page: Pointer, { object }: DrawnImage) {
  return withScratch(pdfium, 28, (pointer, view) => {
    pdfium._FPDFImageObj_GetImageMetadata(object, page, pointer);
    return { bitsPerPixel: view().getUint32(16, true), colourspace: view().getInt32(20, true) };
  });
}

function filtersOf(pdfium: Pdfium, object: Pointer): string[] {
  const count = Math.min(8, pdfium._FPDFImageObj_GetImageFilterCount(object));
  return withScratch(pdfium, 64, (pointer) =>
    Array.from({ length: count }, (_, index) => {
      const length = pdfium._FPDFImageObj_GetImageFilter(object, index, pointer, 64);
      return Buffer.from(pdfium.HEAPU8.slice(pointer, pointer + Math.max(0, length - 1))).toString('latin1');
    }),
  );
}

function rawData(pdfium: Pdfium, object: Pointer): Buffer {
  const size = pdfium._FPDFImageObj_GetImageDataRaw(object, 0, 0);
  if (size === 0) return Buffer.alloc(0);
  return withScratch(pdfium, size, (pointer) => {
    pdfium._FPDFImageObj_GetImageDataRaw(object, pointer, size);
    return Buffer.from(pdfium.HEAPU8.slice(pointer, pointer + size));
  });
}

/** FPDF_COLORSPACE_DEVICEGRAY, _DEVICERGB, _CALGRAY, _CALRGB, _ICCBASED of fpdf_edit.h. */
const plainColourspaces = new Set([1, 2, 4, 5, 7]);
