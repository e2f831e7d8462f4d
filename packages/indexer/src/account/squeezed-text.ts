/** A text without spaces that still knows where its words begin and end. */
export interface SqueezedText {
  readonly text: string;
  readonly starts: ReadonlySet<number>;
  readonly ends: ReadonlySet<number>;
}

/** `words` are divided by single spaces. */
export function squeeze(words: string): SqueezedText {
  const starts = new Set<number>();
  const ends = new Set<number>();
  let at = 0;
  for (const word of words.split(' ')) {
    starts.add(at);
    at += word.length;
    ends.add(at);
  }
  return { text: words.replaceAll(' ', ''), starts, ends };
}

/** Whether the words stand in the text in this order, however they are divided: "Bach str 4a" for "Bachstr 4 a". */
export function hasWords({ text, starts, ends }: SqueezedText, words: string): boolean {
  const wanted = words.replaceAll(' ', '');
  if (wanted === '') return false;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (starts.has(at) && ends.has(at + wanted.length)) return true;
  }
  return false;
}
