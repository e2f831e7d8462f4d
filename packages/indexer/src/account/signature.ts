import type { Reading } from './reading.ts';

const closing =
  /(?:gr[uü](?:ß|ss|B)|gru[ßsB]|mfg|hochachtung|lg\b|vg\b|liebe gr|herzlich|freundlich|gezeichnet|i\. ?a\.|servus|adieu|namast)/iu;
const nameLine =
  /^\s*((?:Dr\. |Prof\. )?\p{Lu}[\p{L}'’.-]*(?: (?:von|van|de|der|zu)?\s?\p{Lu}[\p{L}'’.-]*){1,3})\s*(?:[,(/–-].*)?$/u;

const noName = /(?:auftrag|dank|grü|gruß|vertretung|hochacht|freundlich|anlage|unterschrift)/iu;

/** The name of two or more words under the letter, or null. */
export function signature({ lines }: Reading): string | null {
  const filled = lines.map((line) => line.trim()).filter((line) => line !== '');
  const closed = filled.findLastIndex((line) => closing.test(line) && line.length < 60);
  const below = closed >= 0 ? filled.slice(closed + 1, closed + 4) : filled.slice(-3);
  for (const line of below) {
    const name = nameLine.exec(line)?.[1];
    if (name && !/\d/.test(line) && !noName.test(name)) return name;
  }
  return null;
}
