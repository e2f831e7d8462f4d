import type { EngineLine, EngineWord } from './engine.ts';

const lineLevel = '4';
const wordLevel = '5';

/**
 * Tesseract's TSV: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
 * Words without a visible character (rules, specks) are left out, and so are lines without words.
 * @throws RangeError when a number is none
 */
export function parseTsv(tsv: string): EngineLine[] {
  const lines: { block: number; words: EngineWord[] }[] = [];
  for (const row of tsv.split('\n')) {
    const [level, , block, , , , x, y, width, height, confidence, text] = row.split('\t');
    if (level === lineLevel) lines.push({ block: numberOf(block), words: [] });
    if (level !== wordLevel || !text?.trim()) continue;
    lines.at(-1)?.words.push({
      text: text.trim(),
      x: numberOf(x),
      y: numberOf(y),
      width: numberOf(width),
      height: numberOf(height),
      confidence: Math.max(0, Math.min(1, numberOf(confidence) / 100)),
    });
  }
  return lines.filter((line) => line.words.length > 0);
}

function numberOf(cell: string | undefined): number {
  const value = cell ? Number(cell) : Number.NaN;
  if (!Number.isFinite(value)) throw new RangeError(`"${cell}" is no number`);
  return value;
}
