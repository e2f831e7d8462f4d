import { isValidIBAN } from 'ibantools';
import { asDigits, digitSigns } from './lookalikes.ts';
import type { Mention, Span } from './mention.ts';

/** Twenty digits after DE, or what OCR makes of them, in groups divided by spaces, dots or hyphens. */
const german = new RegExp(
  `(?<![A-Za-z0-9])[D0][EF] ?[${digitSigns}](?:[ .·\\n-]{0,2}[${digitSigns}]){19}(?![A-Za-z0-9])`,
  'g',
);
const foreign =
  /(?<![A-Za-z0-9])(?!DE)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])/g;

/** IBANs with valid check digits; OCR's O for 0, I for 1, B for 8 are repaired where that makes one valid. */
export function findIbans(text: string): readonly Mention[] {
  return ibanLike(text).flatMap(({ start, end }) => {
    const words = text.slice(start, end);
    const value = repairIban(words);
    return value === null ? [] : [{ kind: 'iban' as const, value, start, end, words, labelled: true }];
  });
}

/** Everything written like an IBAN, valid or not: nothing else should be read out of its digits. */
export function ibanLike(text: string): readonly Span[] {
  return [...text.matchAll(german), ...text.matchAll(foreign)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The IBAN that was written, or null when no reading of it has valid check digits. */
function repairIban(written: string): string | null {
  const plain = written.replace(/[\s.·-]/g, '');
  const german = `DE${asDigits(plain.slice(2))}`;
  return [plain.toUpperCase(), german].find((one) => isValidIBAN(one)) ?? null;
}
