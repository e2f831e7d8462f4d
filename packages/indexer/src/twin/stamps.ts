import type { Box, Word } from '@mailroom/core';

/** Our own stamp of receipt: its word stands in capitals or before the date. A letter says it in other ways. */
const stampWord =
  /^(?:"?(?:EIN)?GEGANGEN|"?(?:EIN)?GANG|"?(?:Ein|ein)?gang[:;]|Poststelle|Postzentrum|POSTSTELLE|POSTEINGANG)$/;
const wordBeforeDate = /^"?(?:Ein|ein)gang$/;
const day = /^\W?\d{1,2}[.,]$/;
/** Days, months and years, however badly a stamp was inked. */
const stampPart = /^\W*(?:[\p{L}\p{N}]{0,4}|\d{1,2}[.-]\d{1,2}[.-]\d{2,4}|(?:\d{1,2}[.-])?\p{Lu}{3,9})\W*$/u;

/** The words of a page without those that our stamps of receipt have put over it. */
export function withoutStamps(words: readonly Word[]): readonly Word[] {
  const stamps = findStamps(words);
  if (stamps.length === 0) return words;
  const isStamped = (word: Word, index: number) =>
    isStampWord(word, words[index + 1]) ||
    (stampPart.test(word.text) && stamps.some((area) => isInside(area, word.box)));
  return words.filter((word, index) => !isStamped(word, index));
}

/** Where on the page they are. */
export function findStamps(words: readonly Word[]): readonly Box[] {
  return words.filter((word, index) => isStampWord(word, words[index + 1])).map(({ box }) => around(box));
}

function isStampWord({ text, line }: Word, next: Word | undefined): boolean {
  return stampWord.test(text) || (wordBeforeDate.test(text) && next?.line === line && day.test(next.text));
}

/** A stamp is a few lines high; its date stands below the word or to the right of it. */
function around({ x, y, width, height }: Box): Box {
  const reach = 3 * height;
  return { x: x - width, y: y - reach, width: 5 * width, height: height + 2 * reach };
}

function isInside(area: Box, { x, y, width, height }: Box): boolean {
  const [centreX, centreY] = [x + width / 2, y + height / 2];
  return (
    centreX >= area.x &&
    centreX <= area.x + area.width &&
    centreY >= area.y &&
    centreY <= area.y + area.height
  );
}
