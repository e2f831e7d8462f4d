import { asDigits, digitSigns, mostlyDigits } from './lookalikes.ts';
import type { Mention } from './mention.ts';
import { toE164 } from './to-e164.ts';

// A leading 0 or +, then 7 to 15 digits in groups divided by a space, slash, hyphen, dot or bracket.
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}.,/-]|\\d )(?:\\+ ?\\d|[0OoQ]|\\(0)(?:(?: ?[()/.–-] ?| )?[${digitSigns}]){6,15}(?![\\p{L}\\p{N}])`,
  'gu',
);
const clockTimes = /^[0-2]\d[.:][0-5]\d ?[-–] ?[0-2]\d[.:][0-5]\d$/;

/** "OS28-0015": a misread zero is followed by digits. */
const letters = /^\P{N}*\p{L}\P{N}*\p{L}/u;

/** Phone numbers as people write them in Germany, national or international. */
export function findPhones(text: string): readonly Mention[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const words = withoutWordsAfter(match[0]);
    if (!mostlyDigits(words, 0.7) || clockTimes.test(words) || letters.test(words)) return [];
    const value = toE164(asDigits(words.replace(/\(0\)/, '')).replace(/[^\d+]/g, ''));
    if (value === null) return [];
    const start = match.index;
    return [{ kind: 'phone', value, start, end: start + words.length, words, labelled: true }];
  });
}

/** "0155 50670218 soll" might be digits to the end; a group without one real digit is a word. */
function withoutWordsAfter(words: string): string {
  return words.replace(/(?: [^\d\s]+)+$/, '');
}
