import type { Field } from '@mailroom/core';
import { asDigits, digitSigns } from '../identifiers/lookalikes.ts';

const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}])([A-Z]{2}) ?((?:[${digitSigns}] ?){9}) ?([A-Z]{2})(?![\\p{L}\\p{N}])`,
  'gu',
);
const weights = [8, 6, 4, 2, 3, 5, 9, 7];

/** How a page's text names its barcodes, which are read more surely than print. */
const barcode = /^Strichcode: .*$/gm;

/** The number of a registered letter (UPU S10): two letters, eight digits, their check digit, the country. */
export function registeredMail(text: string): Field | undefined {
  const codes = [...text.matchAll(barcode)].map(([line]) => line).join('\n');
  return numberIn(codes) ?? numberIn(text);
}

const announced = /(?:einschreib\p{L}*|einwurf|rückschein|sendung\p{L}*)[^.!?]{0,50}$/iu;

/** What the writer calls a registered letter's number counts also with a wrong check digit: people mistype it. */
function numberIn(text: string): Field | undefined {
  const found = [...text.matchAll(pattern)].map((match) => {
    const digits = asDigits((match[2] ?? '').replace(/ /g, ''));
    return { value: `${match[1]}${digits}${match[3]}`, words: match[0], digits, at: match.index };
  });
  const chosen =
    found.find(({ digits }) => hasCheckDigit(digits)) ??
    found.find(
      ({ digits, at }) => /^\d{9}$/.test(digits) && announced.test(text.slice(Math.max(0, at - 80), at)),
    );
  return chosen && { value: chosen.value, words: chosen.words };
}

function hasCheckDigit(digits: string): boolean {
  if (!/^\d{9}$/.test(digits)) return false;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  const rest = 11 - (sum % 11);
  const check = rest === 10 ? 0 : rest === 11 ? 5 : rest;
  return check === Number(digits[8]);
}
