/** A check box: where it stands in the line, and whether it is ticked. */
export interface CheckBox {
  readonly at: number;
  readonly end: number;
  readonly ticked: boolean;
}

const ticked = /\[ ?[xX×✓✔vV+*] ?\]|\( ?[xX×✓✔] ?\)|[☒☑✓✔]|\[[xX][)|]|[(|][xX]\]|\[X\b(?=\s)/g;
const empty = /\[[ _.]{0,3}\]|\( {1,3}\)|\(_+\)|[☐□▢◻]|\[[ _]{0,2}[)|](?=\s)|(?<=^|\s)[LI1|][ _]?\](?=\s)/g;

/** The check boxes of a line from left to right, also as OCR reads them. */
export function findCheckBoxes(line: string): CheckBox[] {
  const boxes = [
    ...[...line.matchAll(ticked)].map((match) => toBox(match, true)),
    ...[...line.matchAll(empty)].map((match) => toBox(match, false)),
  ];
  return boxes.sort((a, b) => a.at - b.at);
}

function toBox(match: RegExpExecArray, isTicked: boolean): CheckBox {
  return { at: match.index, end: match.index + match[0].length, ticked: isTicked };
}

/** The text that belongs to a box, as offsets in the line. */
export interface BoxedText {
  readonly start: number;
  readonly end: number;
  readonly ticked: boolean | undefined;
}

/**
 * Cuts a line at its boxes. The text after a box belongs to it; where the line starts with words and ends with
 * a box, the text before. `ticked` is undefined for words that belong to no box.
 */
export function cutAtCheckBoxes(line: string): BoxedText[] {
  const boxes = findCheckBoxes(line);
  const [first] = boxes;
  const last = boxes.at(-1);
  if (!first || !last) return [{ start: 0, end: line.length, ticked: undefined }];
  const trailing = line.slice(last.end).trim() === '' && line.slice(0, first.at).trim() !== '';
  return trailing ? cutBefore(boxes) : cutAfter(line, boxes, first);
}

function cutBefore(boxes: readonly CheckBox[]): BoxedText[] {
  return boxes.map((box, index) => ({
    start: boxes[index - 1]?.end ?? 0,
    end: box.at,
    ticked: box.ticked,
  }));
}

function cutAfter(line: string, boxes: readonly CheckBox[], first: CheckBox): BoxedText[] {
  const parts: BoxedText[] = boxes.map((box, index) => ({
    start: box.at,
    end: boxes[index + 1]?.at ?? line.length,
    ticked: box.ticked,
  }));
  if (first.at > 0) parts.unshift({ start: 0, end: first.at, ticked: undefined });
  return parts;
}
