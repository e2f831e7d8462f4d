import { cutAtCheckBoxes } from './check-boxes.ts';
import { type MarkedLine, markLines, type Part } from './mark-lines.ts';
import { splitSentences } from './split-sentences.ts';

/** A sentence (or a line that stands alone) of a letter; `start` and `end` are offsets in the letter's text. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  /** Without line breaks and word divisions. */
  readonly text: string;
  readonly part: Part;
  /** In a form: whether the box before it is ticked. */
  readonly ticked?: boolean;
}

/** The sentences of a letter in reading order; empty boxes, quoted mail and footers are kept and marked. */
export function prepareLetter(text: string): Sentence[] {
  return joinLines(text, markLines(text)).flatMap((block) => toSentences(text, block));
}

interface Block {
  readonly start: number;
  readonly end: number;
  readonly part: Part;
  readonly ticked?: boolean;
}

/** Lines of one part that run on become one block; form lines are cut at their boxes. */
function joinLines(text: string, lines: readonly MarkedLine[]): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  const close = (): void => {
    if (open) blocks.push(open);
    open = undefined;
  };
  for (const line of lines) {
    const words = text.slice(line.start, line.end);
    const pieces = line.part === 'body' || line.part === 'address' ? cutAtCheckBoxes(words) : [];
    if (words.trim() === '') close();
    else if (pieces.some((piece) => piece.ticked !== undefined)) {
      close();
      blocks.push(...pieces.map((piece) => toFormBlock(line, piece)));
    } else if (open && open.part === line.part && runsOn(text, open, line)) open = { ...open, end: line.end };
    else {
      close();
      open = { start: line.start, end: line.end, part: line.part };
    }
  }
  close();
  return blocks;
}

function toFormBlock(
  line: MarkedLine,
  piece: { start: number; end: number; ticked: boolean | undefined },
): Block {
  const place = { start: line.start + piece.start, end: line.start + piece.end };
  return piece.ticked === undefined
    ? { ...place, part: 'body' }
    : { ...place, part: 'form', ticked: piece.ticked };
}

/** A date that begins a line ("4. Februar", "4. 2. 2026") is none. */
const listItem =
  /^(?:[-*•–]\s|\d{1,2}[.)]\s(?!Jan|Feb|März|Mrz|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|\d{1,2}\.)|[a-e]\)\s)/;

/** Does the line continue the block? Short lines (a list, a label, verse-like typing) do not, unless they break off. */
function runsOn(text: string, block: Block, line: MarkedLine): boolean {
  if (block.part !== 'body' && block.part !== 'quote' && block.part !== 'subject') return false;
  const next = text.slice(line.start, line.end).trimStart();
  if (listItem.test(next)) return false;
  const lastLine = text.slice(text.lastIndexOf('\n', block.end - 1) + 1, block.end).trimEnd();
  if (/[,\p{Ll}-]$/u.test(lastLine) && /^[\p{Ll}(„"]/u.test(next)) return true;
  if (/[.!?:;]$/.test(lastLine)) return lastLine.length > 40;
  return lastLine.length > 45 || /,$/.test(lastLine);
}

function toSentences(text: string, block: Block): Sentence[] {
  const whole = block.part === 'form' || block.part === 'address' || block.part === 'header';
  const places = whole ? [block] : splitSentences(text, block.start, block.end);
  return places
    .map(({ start, end }) => ({
      start,
      end,
      text: unwrap(text.slice(start, end)),
      part: block.part,
      ...(block.ticked === undefined ? {} : { ticked: block.ticked }),
    }))
    .filter((sentence) => sentence.text !== '');
}

/** Joins words divided at a line end ("Kündi-\ngung") and lines. A capital after the hyphen keeps it ("E-\nMail"). */
function unwrap(text: string): string {
  return text
    .replace(/(\p{Ll})[-¬]\s*\n\s*(?=\p{Ll})(?!und\b|oder\b)/gu, '$1')
    .replace(/-\s*\n\s*(?=\p{Lu})/gu, '-')
    .replace(/^\s*[>|]\s?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}
