import { cropRows, type Raster } from './raster.ts';

/** Rows of the upright page that are read to judge a direction: about eight lines of print. */
export const stripRows = 480;

/** The strip with the most dark pixels that is not a photo or a black bar. */
export function fullestStrip(raster: Raster): Raster {
  const { widthPx, heightPx, grey } = raster;
  if (heightPx <= stripRows) return raster;
  let best = { top: 0, ink: -1 };
  for (let top = 0; top + stripRows <= heightPx; top += stripRows / 4) {
    const ink = darkShare(grey.subarray(top * widthPx, (top + stripRows) * widthPx));
    if (ink > best.ink && ink < 0.3) best = { top, ink };
  }
  return cropRows(raster, best.top, best.top + stripRows);
}

function darkShare(grey: Uint8Array): number {
  let dark = 0;
  let count = 0;
  for (let at = 0; at < grey.length; at += 7, count += 1) if ((grey[at] ?? 255) < 128) dark += 1;
  return dark / Math.max(1, count);
}
