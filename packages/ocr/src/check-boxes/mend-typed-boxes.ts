import type { EngineLine, EngineWord } from '../engines/engine.ts';
import type { Square } from './check-box.ts';

/** Boxes made of typed characters as engines read them, also when the next word sticks to them. */
const typedBox = /^(?:(?:\[ ?[\]})]|\( ?[)}]|\{ ?[}\])]|[☐□])(?=$|\p{L})|[[{] ?[|1lI]$)/u;
const typedTick = /^(?:(?:[[{][xX×✗✓][\]})]|\([xX×✗✓][)}\]]|[☒☑])(?=$|\p{L})|[[{][xX][|1lI]$)/u;

/**
 * Boxes typed as `[ ]`, `[x]`, `( )` or `(x)` all become `[ ]` or `[x]`, a word of their own. A lone letter with one
 * bracket stays, for "C)" counts more often than it is a box.
 * @param except where words stay as they are, for a drawn box there could not be judged
 */
export function mendTypedBoxes(
  lines: readonly EngineLine[],
  except: readonly Square[],
): readonly EngineLine[] {
  if (!lines.some(({ words }) => words.some(({ text }) => /^[[({☐□☒☑]/.test(text)))) return lines;
  return lines.map((line) => ({ ...line, words: mendLine(line.words, except) }));
}

function mendLine(words: readonly EngineWord[], except: readonly Square[]): EngineWord[] {
  const mended: EngineWord[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const [word, next] = [words[index], words[index + 1]];
    if (!word) break;
    const pair = next && /^[[({]$/.test(word.text) ? joined(word, next) : undefined;
    if (pair && !except.some((square) => touches(pair, square))) {
      mended.push(...split(pair));
      index += 1;
    } else mended.push(...(except.some((square) => touches(word, square)) ? [word] : split(word)));
  }
  return mended;
}

/** An opening bracket and what closes it, when the engine made two words of them. */
function joined(word: EngineWord, next: EngineWord): EngineWord | undefined {
  const text = `${word.text} ${next.text}`;
  if (next.x - word.x > 2 * word.height || !typedBox.test(text) || next.text.length > 1) return undefined;
  const right = next.x + next.width;
  return { ...word, text, width: right - word.x, confidence: Math.min(word.confidence, next.confidence) };
}

function split(word: EngineWord): EngineWord[] {
  const isBox = typedBox.exec(word.text);
  const found = isBox ?? typedTick.exec(word.text);
  if (!found) return [word];
  const [{ length }] = found;
  const box = { ...word, text: isBox ? '[ ]' : '[x]' };
  if (length === word.text.length) return [box];
  const width = Math.round((word.width * length) / word.text.length);
  const rest = { ...word, text: word.text.slice(length), x: word.x + width, width: word.width - width };
  return [{ ...box, width }, rest];
}

function touches(word: EngineWord, { left, top, right, bottom }: Square): boolean {
  return word.x < right && word.x + word.width > left && word.y < bottom && word.y + word.height > top;
}
