import type { NumberShape } from '@mailroom/core';
import { findEmails } from './find-emails.ts';
import { findIbans, ibanLike } from './find-ibans.ts';
import { findLabelledNumbers } from './find-labelled-numbers.ts';
import { findPhones } from './find-phones.ts';
import { findShapedNumbers } from './find-shaped-numbers.ts';
import { insideAny, type Mention } from './mention.ts';

/**
 * Every identifier that stands in a text, in reading order, normalised: IBANs with valid check digits, phones,
 * e-mail addresses, numbers of the learned shapes, and whatever stands where a customer or contract number is
 * announced. A number may come twice with different kinds where the shapes do not tell them apart.
 */
export function extractIdentifiers(text: string, shapes: readonly NumberShape[]): readonly Mention[] {
  const ibans = findIbans(text);
  const taken = [...ibanLike(text), ...datesIn(text)];
  const shaped = findShapedNumbers(text, shapes).filter((one) => !insideAny(one, taken));
  const labelled = findLabelledNumbers(text).filter((one) => !insideAny(one, [...taken, ...shaped]));
  const phones = findPhones(text).filter((one) => !insideAny(one, taken));
  return [...ibans, ...findEmails(text), ...shaped, ...labelled, ...phones].sort(
    (one, other) => one.start - other.start,
  );
}

const writtenDate =
  /(?<![\d.])\d{1,2}\. ?\d{1,2}\. ?(?:19|20)?\d{2}(?![\d.]\d)|(?<![\d./-])[0-3]?\d([/-])[01]?\d\1(?:19|20)?\d{2}(?![\d./-]\d)/g;

/** Dates, because "30.06.2026" is eight digits with dots, "13/10/26 09:44" as many with slashes. */
function datesIn(text: string) {
  return [...text.matchAll(writtenDate)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
