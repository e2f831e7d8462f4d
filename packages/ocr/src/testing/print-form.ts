import type { ImagePage } from '@mailroom/core';
import sharp, { type TiffOptions } from 'sharp';
import { drawTextPage } from '../pdf/draw-text-page.ts';

/** A form of lines from the top of the page, for tests; `drawing` is SVG over it, in pixels at 200 dpi. */
export interface Form {
  readonly text: string;
  readonly drawing: string;
}

/** The ways in which a form reaches the mailroom. */
const qualities = {
  'scan 300 dpi, grey': { xDpi: 300, yDpi: 300, bilevel: false },
  'scan 300 dpi, black and white': { xDpi: 300, yDpi: 300, bilevel: true },
  'scan 200 dpi, grey': { xDpi: 200, yDpi: 200, bilevel: false },
  'fine fax': { xDpi: 204, yDpi: 196, bilevel: true },
  'standard fax': { xDpi: 204, yDpi: 98, bilevel: true },
} as const;
export type Quality = keyof typeof qualities;
export const everyQuality = Object.keys(qualities) as Quality[];

/** Where the text begins and where its lines stand. */
const textLeft = 160;
export const baselineOf = (line: number): number => 160 + line * 38;

/** A box in front of a line, 3.2 mm wide like the letters are high. */
export function drawBox(line: number, content = '', left = textLeft - 45): string {
  const outline = '<rect width="25" height="25" fill="none" stroke="black" stroke-width="2"/>';
  return `<g transform="translate(${left} ${baselineOf(line) - 23})">${outline}${content}</g>`;
}

const stroke = 'fill="none" stroke="black" stroke-width="4"';
export const cross = `<path d="M-5 -4L30 29M29 -5L-4 30" ${stroke}/>`;
export const hook = `<path d="M5 11L11 21L31 -9" ${stroke}/>`;
export const smallCross = '<path d="M8 8L17 17M17 8L8 17" fill="none" stroke="black" stroke-width="3"/>';

export async function printForm({ text, drawing }: Form, quality: Quality, lies = 0): Promise<ImagePage> {
  const { xDpi, yDpi, bilevel } = qualities[quality];
  const sheet = { kind: 'text' as const, number: 1, text, widthPx: 1654, heightPx: 2339, words: [] };
  const svg = drawTextPage(sheet).toString().replace('</svg>', `${drawing}</svg>`);
  const paper = await sharp(Buffer.from(svg), { density: 108 })
    .flatten({ background: 'white' })
    .rotate(lies, { background: 'white' })
    .toBuffer({ resolveWithObject: true });
  const widthPx = Math.round((paper.info.width * xDpi) / 300);
  const heightPx = Math.round((paper.info.height * yDpi) / 300);
  const grey = sharp(paper.data).greyscale().resize(widthPx, heightPx, { fit: 'fill' });
  const image = await (bilevel ? grey.threshold(150) : grey)
    .toColourspace('b-w')
    .tiff(bilevel ? g4(heightPx) : {})
    .toBuffer();
  return { kind: 'image', number: 1, image, subImage: 0, widthPx, heightPx, xDpi, yDpi, turn: 0 };
}

function g4(tileHeight: number): TiffOptions {
  return { compression: 'ccittfax4', bitdepth: 1, miniswhite: true, tileHeight };
}
