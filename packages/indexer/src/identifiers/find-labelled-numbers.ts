import { foldNumber } from '@mailroom/core';
import { asDigits } from './lookalikes.ts';
import type { Mention } from './mention.ts';

const numberWord = '[ .-]*(?:nummer|nr|num|no)';
const customer = `(?:kunden?|kd|kundenkonto)(?:${numberWord})?`;
// "Vertrag mit der Nummer 0176 ..." is told by its phone.
const contract = `(?:(?:vertrags?|vertr|vtr|auftrags?)${numberWord}|vertrag mit der nummer(?=:? [^0Oo\\s]))`;
const written = `(?:[A-Z]{1,3}[ ./-]?)?[0-9][0-9OIlSBZ ./-]{3,18}[0-9]`;
const announced = new RegExp(
  String.raw`(?<!\p{L})(?:(${customer})|(${contract}))[ .:#]{0,9}(?:lautet|ist)?[ :]{0,9}(${written})(?![\p{L}\p{N}])`,
  'giu',
);
const shortest = 5;

/** Numbers that the writer calls a customer or contract number, whatever they look like. */
export function findLabelledNumbers(text: string): readonly Mention[] {
  return [...text.matchAll(announced)].flatMap((match) => {
    const words = match[3] ?? '';
    const [letters = ''] = /^\p{L}*/u.exec(words) ?? [];
    const value = foldNumber(letters + asDigits(words.slice(letters.length)));
    if (value.length < shortest) return [];
    const end = match.index + match[0].length;
    const kind = match[1] === undefined ? ('contract' as const) : ('customerNumber' as const);
    return [{ kind, value, start: end - words.length, end, words, labelled: true }];
  });
}
