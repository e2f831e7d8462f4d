import { numberOf, numberWord } from './number-words.ts';

/** A sum of money as it stands in a text. */
export interface WrittenAmount {
  /** Euros with two decimals, "49.90". */
  readonly value: string;
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

const whole = String.raw`\d{1,3}(?:\.\d{3})+|\d{1,6}`;
const currency = String.raw`€|euro(?!\p{L})|eur(?!\p{L})`;
const freeBefore = String.raw`(?<![\d.,/-])`;
const noMeasure = String.raw`(?![\d.,–-]\d|\d| ?(?:gb|%|uhr|cm|km|m(?!\p{L})))`;
/** "49,90 €", "74 Euro 20", "EUR 49.90", "neun Euro neunzig", and "49,90" where nothing shows that it is no money. */
const pattern = new RegExp(
  [
    String.raw`${freeBefore}(${whole})(?:[,.](\d{2}))? ?(?:${currency}|[,.]-)(?: (\d{2})(?![\d%]|[.,]\d| ?(?:mon|jahr|tag|mal|stunden)))?`,
    String.raw`(?:${currency}) ?(${whole})(?:[,.](?:(\d{2})(?!\d)|-))?`,
    String.raw`${freeBefore}(${whole}),(\d{2})${noMeasure}`,
    // Above the months: "31.12" is a day.
    String.raw`${freeBefore}(\d{1,3})\.(1[3-9]|[2-9]\d)${noMeasure}`,
    // "100 im Monat", "die Rechnung über 165"
    String.raw`${freeBefore}(?<!\p{L})(?!20\d{2} )(\d{2,4})(?= (?:im|pro|jeden) monat| monatlich)`,
    String.raw`(?<=(?:rechnung|forderung|mahnung|betrag) (?:über|von) )(?!20\d{2}(?!\d))(\d{2,5})(?![\d.,/-]| ?(?:gb|mb|%|seiten))`,
    String.raw`(?<!\p{L})(${numberWord}) (?:${currency})(?: (${numberWord})(?!\p{L}))?`,
  ].join('|'),
  'giu',
);

/** Every sum in a text, in reading order. */
export function findAmounts(text: string): readonly WrittenAmount[] {
  return [...text.matchAll(pattern)].map((match) => {
    const [words, ...parts] = match;
    const [euros = '', cents = '00'] = parts.filter((part) => part !== undefined);
    const value = `${inDigits(euros.replace(/\./g, ''))}.${inDigits(cents).padStart(2, '0')}`;
    return { value, words: words.trim(), start: match.index, end: match.index + words.length };
  });
}

const inDigits = (written: string): string =>
  /\d/.test(written) ? written : String(numberOf(written) ?? '');
