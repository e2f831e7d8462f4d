import type { EngineLine, EngineWord } from './engine.ts';

const lineLevel = '4';
const wordLevel = '5';

/**
 * Tesseract's TSV: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
 * Words without a visible character (rules, specks) are left out, and so are lines without words.
 */
export function parseTsv(tsv: string): EngineLine[] {
  const lines: { block: number; words: EngineWord[] }[] = [];
  for (const row of tsv.split('\n')) {
    const [level, , block, , , , x, y, width, height, confidence, text] = row.split('\t');
    if (level === lineLevel) lines.push({ block: Number(block), words: [] });
    if (level !== wordLevel || !text?.trim()) continue;
    lines.at(-1)?.words.push({
      text: text.trim(),
      x: Number(x),
      y: Number(y),
      width: Number(width),
      height: Number(height),
      confidence: Math.max(0, Math.min(1, Number(confidence) / 100)),
    });
  }
  return lines.filter((line) => line.words.length > 0);
}
