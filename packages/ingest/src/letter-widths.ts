/**
 * Widths of the characters from space to tilde in Arial and the fonts drawn to it, in thousandths of the font's size
 * (Adobe's metrics of Helvetica).
 */
const widths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/** Of ß, and more than most characters of other alphabets take. */
const otherWidth = 611;

/** How wide a text stands in print, in the unit of `size`; letters with accents are as wide as without. */
export function widthOfText(text: string, size: number): number {
  const sum = [...text.normalize('NFD').replace(/\p{M}/gu, '')].reduce(
    (total, character) => total + (widths[(character.codePointAt(0) ?? 0) - 32] ?? otherWidth),
    0,
  );
  return (sum * size) / 1000;
}
