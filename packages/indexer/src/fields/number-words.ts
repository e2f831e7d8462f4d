const units: Readonly<Record<string, number>> = {
  ...{
    ein: 1,
    eine: 1,
    einem: 1,
    einen: 1,
    einer: 1,
    zwei: 2,
    zwo: 2,
    drei: 3,
    vier: 4,
    fünf: 5,
    sechs: 6,
    sieben: 7,
  },
  ...{ acht: 8, neun: 9, zehn: 10, elf: 11, zwölf: 12, dreizehn: 13, vierzehn: 14, fünfzehn: 15 },
  ...{ sechzehn: 16, siebzehn: 17, achtzehn: 18, neunzehn: 19 },
};
const tens: Readonly<Record<string, number>> = {
  ...{ zwanzig: 20, dreißig: 30, dreissig: 30, vierzig: 40, fünfzig: 50 },
  ...{ sechzig: 60, siebzig: 70, achtzig: 80, neunzig: 90 },
};
const longestFirst = (words: object) =>
  Object.keys(words)
    .sort((one, other) => other.length - one.length)
    .join('|');
const belowHundred = `(?:(?:(${longestFirst(units)})und)?(${longestFirst(tens)})|(${longestFirst(units)}))`;
const whole = new RegExp(`^(?:(${longestFirst(units)})?(hundert)(?:und)?)?(?:${belowHundred})?$`, 'iu');

/** A pattern of the words that `numberOf` reads, for use within a larger one. */
export const numberWord = `(?:(?:${longestFirst(units)})?hundert(?:und)?)?(?:(?:(?:${longestFirst(units)})und)?(?:${longestFirst(tens)})|${longestFirst(units)}|(?<=hundert))`;

/** "neunundvierzig" is 49, "hundertzwanzig" 120; null for what is no number below 1,000. */
export function numberOf(words: string): number | null {
  const match = whole.exec(words.toLowerCase());
  if (!match || words === '') return null;
  const [, hundreds = 'ein', hundred, ones = '', ten = '', alone = ''] = match;
  return (
    (hundred ? 100 * (units[hundreds] ?? 0) : 0) + (tens[ten] ?? 0) + (units[ones] ?? 0) + (units[alone] ?? 0)
  );
}
