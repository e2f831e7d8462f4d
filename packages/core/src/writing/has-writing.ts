import { findMarks, type Mark } from './find-marks.ts';

/** Grey pixels, one byte each, 0 black to 255 white, row by row. */
export interface GreyRaster {
  readonly grey: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly xDpi: number;
  readonly yDpi: number;
}

/**
 * Whether somebody wrote, printed or drew on a page. A faint pencil line is writing; the folds of the letter, print that
 * comes through from the other side, dust, punch holes, staples and shadows at the edges are not. In doubt it is.
 */
export function hasWriting(page: GreyRaster): boolean {
  if (isPlainlyInked(page)) return true;
  const { marks, widthMm, heightMm } = findMarks(page);
  const folded = [...foldsOf(marks, widthMm, across), ...foldsOf(marks, heightMm, along)];
  const folds = new Set(folded);
  const written = marks.filter(
    (mark) =>
      !folds.has(mark) &&
      !isHole(mark, widthMm, heightMm) &&
      !isStaple(mark, widthMm, heightMm) &&
      !isShadow(mark, widthMm, heightMm),
  );
  return written.some((mark) => longerSide(mark) >= strokeMm) || written.length >= severalLetters;
}

/** More black than holes, folds and dust can have, without the outer tenth where scanners leave shadows. */
const plainShare = 0.008;
const everyPixel = 7;

function isPlainlyInked({ grey, widthPx, heightPx }: GreyRaster): boolean {
  const [left, top] = [Math.floor(widthPx / 10), Math.floor(heightPx / 10)];
  let [dark, seen] = [0, 0];
  for (let y = top; y < heightPx - top; y += 1)
    for (let at = y * widthPx + left + (y % everyPixel); at < (y + 1) * widthPx - left; at += everyPixel) {
      if ((grey[at] ?? 255) < 110) dark += 1;
      seen += 1;
    }
  return dark > seen * plainShare;
}

/** A stroke by itself; and as many small marks as are no coincidence. */
const strokeMm = 4;
const severalLetters = 6;

const longerSide = ({ widthMm, heightMm }: Mark) => Math.max(widthMm, heightMm);

/** Punched 5 to 6 mm wide, 12 mm from the edge (ISO 838); a staple's holes are dust. */
function isHole(mark: Mark, pageWidthMm: number, pageHeightMm: number): boolean {
  const { widthMm, heightMm, filled } = mark;
  const round = widthMm > 3 && widthMm < 9 && Math.abs(widthMm - heightMm) < 2 && filled > 0.5;
  return round && fromEdge(mark, pageWidthMm, pageHeightMm) < 22;
}

/** A thin slanting stroke by itself in a corner. */
function isStaple(mark: Mark, pageWidthMm: number, pageHeightMm: number): boolean {
  const { leftMm, topMm, widthMm, heightMm, areaMm2 } = mark;
  const [x, y] = [leftMm + widthMm / 2, topMm + heightMm / 2];
  const inCorner = Math.min(x, pageWidthMm - x) < 16 && Math.min(y, pageHeightMm - y) < 16;
  const long = Math.hypot(widthMm, heightMm);
  return inCorner && long > 8 && long < 17 && Math.abs(widthMm - heightMm) < 5 && areaMm2 / long < 2.2;
}

/** What hugs an edge of the sheet. */
function isShadow(mark: Mark, pageWidthMm: number, pageHeightMm: number): boolean {
  const { leftMm, topMm, widthMm, heightMm } = mark;
  return (
    leftMm + widthMm < edgeMm ||
    topMm + heightMm < edgeMm ||
    leftMm > pageWidthMm - edgeMm ||
    topMm > pageHeightMm - edgeMm
  );
}

const edgeMm = 9;

function fromEdge({ leftMm, topMm, widthMm, heightMm }: Mark, pageWidthMm: number, pageHeightMm: number) {
  const [x, y] = [leftMm + widthMm / 2, topMm + heightMm / 2];
  return Math.min(x, y, pageWidthMm - x, pageHeightMm - y);
}

interface Span {
  readonly mark: Mark;
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly thick: number;
}

const across = (mark: Mark): Span => ({
  ...{ mark, from: mark.leftMm, to: mark.leftMm + mark.widthMm, at: mark.topMm + mark.heightMm / 2 },
  thick: (mark.areaMm2 || 0) / Math.max(0.1, mark.widthMm),
});
const along = (mark: Mark): Span => ({
  ...{ mark, from: mark.topMm, to: mark.topMm + mark.heightMm, at: mark.leftMm + mark.widthMm / 2 },
  thick: (mark.areaMm2 || 0) / Math.max(0.1, mark.heightMm),
});

const foldThickMm = 1.6;
/** Pieces of one fold lie in a band as wide as a sheet that is scanned askew makes it. */
const foldBandMm = 3;
/** A fold goes from edge to edge; a line that somebody drew hardly ever does. */
const foldReachMm = 14;

/** Thin pieces in one line that reach from edge to edge and cover at least half of it. */
function foldsOf(marks: readonly Mark[], lengthMm: number, spanOf: (mark: Mark) => Span): Mark[] {
  const thin = marks
    .map(spanOf)
    .filter(({ thick, from, to }) => thick < foldThickMm && to - from > 1.5 * thick);
  return thin.flatMap((one) => {
    const line = thin.filter(({ at }) => Math.abs(at - one.at) <= foldBandMm);
    const covered = line.reduce((sum, { from, to }) => sum + to - from, 0);
    const first = Math.min(...line.map(({ from }) => from));
    const last = Math.max(...line.map(({ to }) => to));
    const isFold = first < foldReachMm && last > lengthMm - foldReachMm && covered > lengthMm / 2;
    return isFold ? [one.mark] : [];
  });
}
