/** Narrower paragraphs are letterheads, tables and lists, whose lines end where the writer ended them. */
const narrowest = 55;
/** A full line and the next word would be longer than this share of the longest line: letters differ in width. */
const full = 0.85;
/** A line that begins so stands for itself: an item of a list, a label, a town, a phone number. */
const ownLine = /^(?:\s|[-–•*>]|\d{1,2}[.)] |[\p{L}-]+:|\d{5} \p{Lu}|(?:\+49|0\d{2,4})[ /-]?\d{3})/u;
/** So does one that ends with a town (a whole one: not "Bad" or "Frankfurt am"), or with a sentence. */
const ownEnd =
  /\d{5} \p{Lu}[^\d.,]*(?<! (?:Bad|Sankt|am|an|der|im|bei))$|(?<![Ss]tr|[Nn]r|[Tt]el|St|\d)[.!?:]$/u;
/** Two numbers, one below the other; a number that was broken has no five digits before the break. */
const twoNumbers = /\d{5}\n[1-9]/;

/**
 * The text with lines that were broken at the margin run on, so that a number, a date or a street's name is found whole.
 * Positions stay: the end of such a line becomes a space.
 */
export function runOn(text: string): string {
  return text
    .split(/(\n(?:[^\S\n]*\n)+)/)
    .map((paragraph, index) => (index % 2 === 0 ? runParagraphOn(paragraph) : paragraph))
    .join('');
}

function runParagraphOn(paragraph: string): string {
  const lines = paragraph.split('\n');
  const width = lines.reduce((most, { length }) => Math.max(most, length), 0);
  if (width < narrowest) return paragraph;
  return lines.reduce((before, line, index) => {
    const above = lines[index - 1] ?? '';
    const [word = ''] = /^\S+/.exec(line) ?? [];
    const isFull = above.length + 1 + word.length > full * width;
    const endsItself = ownEnd.test(above) || ownLine.test(line) || twoNumbers.test(`${above}\n${line}`);
    const isBroken = isFull && !endsItself;
    return `${before}${isBroken ? ' ' : '\n'}${line}`;
  });
}
