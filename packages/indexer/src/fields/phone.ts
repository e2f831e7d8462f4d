import type { Field } from '@mailroom/core';
import type { Mention } from '../identifiers/mention.ts';

const about =
  /(?:rufnummer|nummer|nr\.?|handy|anschlu(?:ss|ß)|karte|sim|mobil|zurückrufen|rückruf|anrufen|erreich\p{L}*|melden|unter|leitung|telefon)[\s\p{L}:(.–-]{0,25}$/iu;
const fax = /(?:fax|(?<!\p{L})f\.)[\s.:-]{0,6}(?:nr\.?|an,?|zurück,?)?[\s:]*$/iu;
const contact = /(?:tel|telefon|fon|mobil|mob)[\s.:]*$/iu;

/** Right before a number that only looks like a phone number. */
const elsewise =
  /(?<!\p{L})(?:rechnung|rg|re|gz|az|aktenzeichen|geschäftszeichen|st-?nr|steuernummer|sendungs?)[\s.:-]*(?:nr|nummer)?[\s.:]*$/iu;

/** The number the letter is about, or under which the sender wants to be called; never a fax number. */
export function phone(text: string, mentions: readonly Mention[]): Field | undefined {
  const scored = mentions
    .filter((one) => one.kind === 'phone')
    .map((one, at) => ({ one, score: scoreOf(one, text) - at * 0.1 }))
    .filter(({ score }) => score > 0);
  const [best] = scored.sort((one, other) => other.score - one.score);
  return best && { value: best.one.value, words: best.one.words.trim() };
}

function scoreOf({ start, end }: Mention, text: string): number {
  const before = text.slice(Math.max(0, start - 45), start);
  const line = text.slice(text.lastIndexOf('\n', start) + 1, end + 60).split('\n')[0] ?? '';
  if (fax.test(before) || elsewise.test(before) || isFaxHeader(line)) return 0;
  const sameLine = before.slice(before.lastIndexOf('\n') + 1);
  if (contact.test(sameLine)) return 1.5;
  return about.test(before) ? 3 : 2;
}

/** "19-03-2026 05:51  HOF HARBERTS  +49 4923 555087  S. 001/001": what the fax machine prints on top. */
const isFaxHeader = (line: string): boolean =>
  /\d{1,2}:\d{2}/.test(line) &&
  /(?:\bS\.|\bP\.|Seite|VON|\d\/\d|FAX|20\d\d)/i.test(line) &&
  !/\p{Ll}{3,} \p{Ll}{2,} \p{Ll}{2,}/u.test(line);
