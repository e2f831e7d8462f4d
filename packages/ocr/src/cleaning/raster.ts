/** Grey pixels, one byte each, 0 black to 255 white, row by row without padding. */
export interface Raster {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly grey: Uint8Array;
}

/** The rows from `top` up to but without `bottom`; shares its memory with `raster`. */
export function cropRows(raster: Raster, top: number, bottom: number): Raster {
  const { widthPx, grey } = raster;
  return { widthPx, heightPx: bottom - top, grey: grey.subarray(top * widthPx, bottom * widthPx) };
}

/** Binary PGM. Leptonica can take a file for another format when the first pixels are dark, so they are white. */
export function toPgm({ widthPx, heightPx, grey }: Raster): Buffer {
  const header = Buffer.from(`P5\n${widthPx} ${heightPx}\n255\n`, 'latin1');
  const pgm = Buffer.concat([header, grey]);
  pgm.fill(255, header.length, header.length + Math.min(widthPx, 8));
  return pgm;
}
