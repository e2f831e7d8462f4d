import type { ImagePage } from '@mailroom/core';
import { type PDFContext, PDFHexString, type PDFRawStream, type PDFRef } from 'pdf-lib';
import sharp, { type Sharp } from 'sharp';
import { maxPixels } from '../check-size.ts';
import { type JpegImage, readJpeg } from './read-jpeg.ts';
import { type PngImage, readPng } from './read-png.ts';
import { readTiff, type TiffImage } from './read-tiff.ts';

/**
 * Adds the page's image to the PDF: the very bytes that came in where PDF has the same coding (JPEG, G4 in
 * one strip, PNG without transparency), otherwise G4 for black and white and JPEG for the rest.
 */
export async function addPageImage(context: PDFContext, page: ImagePage): Promise<PDFRef> {
  const stream = passThrough(context, page) ?? (await recode(context, page));
  return context.register(stream);
}

/** Undefined when the page has to be coded anew. Damaged files are: a viewer may show nothing of them. */
function passThrough(context: PDFContext, { image, subImage, damage }: ImagePage): PDFRawStream | undefined {
  if (damage !== undefined) return undefined;
  const jpeg = readJpeg(image);
  if (jpeg) return jpegStream(context, jpeg, image);
  const png = readPng(image);
  if (png) return pngStream(context, png);
  const tiff = readTiff(image, subImage);
  return tiff && g4Stream(context, tiff);
}

function jpegStream(context: PDFContext, jpeg: JpegImage, bytes: Buffer): PDFRawStream {
  return context.stream(bytes, {
    ...imageEntries(jpeg),
    BitsPerComponent: 8,
    ColorSpace: jpeg.components === 1 ? 'DeviceGray' : 'DeviceRGB',
    Filter: 'DCTDecode',
  });
}

function pngStream(context: PDFContext, png: PngImage): PDFRawStream {
  const last = png.palette.length / 3 - 1;
  const palette = PDFHexString.of(png.palette.toString('hex'));
  const colours = { 0: 'DeviceGray', 2: 'DeviceRGB', 3: ['Indexed', 'DeviceRGB', last, palette] };
  return context.stream(png.data, {
    ...imageEntries(png),
    BitsPerComponent: png.bitDepth,
    ColorSpace: colours[png.colourType],
    Filter: 'FlateDecode',
    DecodeParms: {
      Predictor: 15,
      Colors: png.colourType === 2 ? 3 : 1,
      BitsPerComponent: png.bitDepth,
      Columns: png.width,
    },
  });
}

const g4 = 4;

function g4Stream(context: PDFContext, tiff: TiffImage): PDFRawStream | undefined {
  const [strip, ...more] = tiff.strips;
  if (tiff.compression !== g4 || !strip || more.length > 0 || tiff.photometric > 1) return undefined;
  return context.stream(tiff.fillOrder === 2 ? strip.map(reverseBits) : strip, {
    ...imageEntries(tiff),
    BitsPerComponent: 1,
    ColorSpace: 'DeviceGray',
    Filter: 'CCITTFaxDecode',
    DecodeParms: { K: -1, Columns: tiff.width, Rows: tiff.height, BlackIs1: tiff.photometric === 1 },
  });
}

function reverseBits(byte: number): number {
  let reversed = 0;
  for (let bit = 0; bit < 8; bit += 1) if (byte & (1 << bit)) reversed |= 0x80 >> bit;
  return reversed;
}

const jpegQuality = 85;

async function recode(context: PDFContext, page: ImagePage): Promise<PDFRawStream> {
  const image = sharp(page.image, {
    failOn: 'none',
    limitInputPixels: maxPixels,
    ...(page.subImage > 0 ? { page: page.subImage } : {}),
  });
  const { bitsPerSample, channels, height } = await image.metadata();
  if (bitsPerSample === 1) return recodeBilevel(context, image, height);
  const flat = image.flatten({ background: 'white' });
  const coloured = (channels ?? 1) > 2 ? flat.toColourspace('srgb') : flat.greyscale().toColourspace('b-w');
  const bytes = await coloured.jpeg({ quality: jpegQuality }).toBuffer();
  const jpeg = readJpeg(bytes);
  if (!jpeg) throw new TypeError('sharp wrote a JPEG that cannot go into a PDF');
  return jpegStream(context, jpeg, bytes);
}

async function recodeBilevel(context: PDFContext, image: Sharp, height: number): Promise<PDFRawStream> {
  const bytes = await image
    .greyscale()
    .threshold(128)
    .toColourspace('b-w')
    // One strip: PDF cannot put several together.
    .tiff({ compression: 'ccittfax4', bitdepth: 1, miniswhite: true, tileHeight: height })
    .toBuffer();
  const tiff = readTiff(bytes, 0);
  const stream = tiff && g4Stream(context, tiff);
  if (!stream) throw new TypeError('sharp did not write one strip of G4');
  return stream;
}

function imageEntries({ width, height }: { readonly width: number; readonly height: number }) {
  return { Type: 'XObject', Subtype: 'Image', Width: width, Height: height };
}
