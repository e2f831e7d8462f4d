import type { ImagePage } from '@mailroom/core';
import sharp, { type Sharp } from 'sharp';
import { drawTextPage } from '../pdf/draw-text-page.ts';

export interface PrintOptions {
  readonly format?: 'jpeg' | 'png' | 'g4';
  readonly xDpi?: number;
  readonly yDpi?: number;
  /** Clockwise turn of the paper on the scanner's glass, in degrees; any angle. */
  readonly lies?: number;
  /** Changes the grey pixels before they are coded. */
  readonly spoil?: (grey: Buffer, widthPx: number, heightPx: number) => void;
}

/** A letter as a scanner or fax machine delivers it, printed here: tests need no files and no fonts. */
export async function printPage(text: string, options: PrintOptions = {}): Promise<ImagePage> {
  const { format = 'g4', xDpi = 300, yDpi = xDpi, lies = 0, spoil } = options;
  const sheet = { kind: 'text' as const, number: 1, text, widthPx: 1654, heightPx: 2339, words: [] };
  const upright = await sharp(drawTextPage(sheet)).greyscale().png().toBuffer();
  const lying = await sharp(upright).rotate(lies, { background: 'white' }).png().toBuffer();
  const { width, height } = await sharp(lying).metadata();
  const { data, info } = await sharp(lying)
    .resize(Math.round((width * xDpi) / 200), Math.round((height * yDpi) / 200), { fit: 'fill' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  spoil?.(data, info.width, info.height);
  const raw = sharp(data, { raw: { width: info.width, height: info.height, channels: 1 } });
  const image = await coders[format](raw, info.height).toBuffer();
  return {
    kind: 'image',
    number: 1,
    image,
    subImage: 0,
    widthPx: info.width,
    heightPx: info.height,
    xDpi,
    yDpi,
    turn: 0,
  };
}

const coders: Record<NonNullable<PrintOptions['format']>, (grey: Sharp, height: number) => Sharp> = {
  jpeg: (grey) => grey.toColourspace('b-w').jpeg({ quality: 80 }),
  png: (grey) => grey.toColourspace('b-w').png(),
  g4: (grey, height) =>
    grey
      .threshold(140)
      .toColourspace('b-w')
      .tiff({ compression: 'ccittfax4', bitdepth: 1, miniswhite: true, tileHeight: height }),
};

export const letterText = `Erika Mustermann
Lindenweg 12
50674 Köln

Nordwind Energie GmbH
Kundenservice
Hafenstraße 7
20457 Hamburg

Köln, den 3. November 2026

Kündigung meines Stromvertrags

Sehr geehrte Damen und Herren,

hiermit kündige ich meinen Vertrag mit der Kundennummer 6029481735 fristgerecht zum
nächstmöglichen Zeitpunkt. Bitte bestätigen Sie mir den Eingang und das Ende der Laufzeit.

Außerdem möchte ich Ihnen mitteilen, dass sich meine Bankverbindung geändert hat.

Mit freundlichen Grüßen

Erika Mustermann`;

/** Words of `expected` that `read` lacks, ignoring order. */
export function missingWords(expected: string, read: string): string[] {
  const found = new Set(read.split(/\s+/));
  return expected.split(/\s+/).filter((word) => word !== '' && !found.has(word));
}
