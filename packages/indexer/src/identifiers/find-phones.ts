import { asDigits, digitSigns, mostlyDigits } from './lookalikes.ts';
import type { Mention } from './mention.ts';
import { toE164 } from './to-e164.ts';

// A leading 0 or +, then 7 to 15 digits in groups divided by a space, slash, hyphen, dot or bracket.
const pattern = new RegExp(
  `(?:(?<=(?:[Tt]el|[Ff]on|[Mm]obil)\\.)|(?<![\\p{L}\\p{N}.,/-]|\\d ))(?:\\+ ?\\d|[0OoQ]|\\(0)(?:(?: ?[()/.–-] ?| )?[${digitSigns}]){6,15}(?![\\p{L}\\p{N}])`,
  'gu',
);
const clockTimes = /^[0-2]\d[.:][0-5]\d ?[-–] ?[0-2]\d[.:][0-5]\d$/;

/** "056/255/0000": a phone number has one slash. */
const taxNumber = /^\d{2,3}\/\d{3}\/\d{4,5}$/;
/** "OS28-0015": a misread zero is followed by digits. */
const letters = /^\P{N}*\p{L}\P{N}*\p{L}/u;

/** The end of a line within a mobile number, which has at least ten digits. */
const wrapped = /(?<=(?<!\d)01[567]\d(?:[ /-]?\d){0,5} ?)\n(?=\d{3,8}(?!\d))/g;

/** Phone numbers as people write them in Germany, national or international. */
export function findPhones(written: string): readonly Mention[] {
  const text = written.replace(wrapped, ' ');
  return [...text.matchAll(pattern)].flatMap((match) => {
    const found = withoutWordsAfter(match[0]);
    const words = written.slice(match.index, match.index + found.length);
    if (!mostlyDigits(words, 0.7) || clockTimes.test(words) || taxNumber.test(words) || letters.test(words))
      return [];
    const value = toE164(asDigits(words.replace(/\(0\)/, '')).replace(/[^\d+]/g, ''));
    if (value === null) return [];
    const start = match.index;
    return [{ kind: 'phone', value, start, end: start + words.length, words, labelled: true }];
  });
}

/** "0155 50670218 soll", "... bis -14", "... (10 GB" might be digits to the end; a group without one real digit is a word. */
function withoutWordsAfter(words: string): string {
  return words.replace(/ (?:bis(?!\p{L})|\([^)]*$).*$/iu, '').replace(/(?: [^\d\s]+)+$/, '');
}
