import type { Sketch } from './sketch.ts';

/** Fields across and down: on A4 each is about 16 mm wide and high. */
const columns = 12;
const rows = 16;
/** Fax header lines and scanner imprints stand this near to the edge; shadows do too. */
const margin = 0.06;
/** Of the mean over all fields. */
const muchInk = 0.6;

/**
 * A perceptual hash of a page, alike for a letter and its fax whatever their resolution: a bit for each field of a
 * grid, row by row, whether there is print in it; 48 hexadecimal digits, undefined for an empty page.
 */
export function lookOf({ width, height, ink }: Sketch): string | undefined {
  const fields = new Uint32Array(columns * rows);
  const [left, right] = [Math.ceil(width * margin), Math.floor(width * (1 - margin))];
  const [top, bottom] = [Math.ceil(height * margin), Math.floor(height * (1 - margin))];
  for (let y = top; y < bottom; y += 1) {
    const row = Math.floor((rows * (y - top)) / (bottom - top));
    for (let x = left; x < right; x += 1) {
      const field = row * columns + Math.floor((columns * (x - left)) / (right - left));
      fields[field] = (fields[field] as number) + (ink[y * width + x] as number);
    }
  }
  const mean = fields.reduce((sum, one) => sum + one, 0) / fields.length;
  if (mean === 0) return undefined;
  const bits = Array.from(fields, (one) => (one > mean * muchInk ? '1' : '0')).join('');
  return BigInt(`0b${bits}`)
    .toString(16)
    .padStart((columns * rows) / 4, '0');
}
