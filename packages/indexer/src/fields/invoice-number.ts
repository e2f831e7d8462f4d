import type { Field } from '@mailroom/core';
import { insideAny, type Mention, type Span } from '../identifiers/mention.ts';

const group = '[A-Z0-9]{1,16}';
const token = `${group}(?:[-/.]${group}){0,4}`;
/** "8 822 190", "GR 2604 7719". */
const grouped = String.raw`(?!0\d| ?\d{1,2} 20\d{2}(?!\d| \d))(?:[A-Z]{1,3} )?\d{1,4}(?: \d{2,4}){1,4}(?![\d.,/-]| ?€| E(?:UR|uro))`;
const announced = new RegExp(
  String.raw`(?:[Rr]echnung(?:en|s)?|RECHNUNG|(?<!\p{L})(?:[Rr]echng?|R[Gg](?!-\d)|R[Ee](?!-\d)|[Ff]orderung aus))[ .:-]*(?:[Nn](?:ummern?|r|o)|NR)?[ .:]*(?:lautet|ist)?\s*(?<!\p{L})(${grouped}|${token})(?!\p{L})|(?<![\p{L}\p{N}-])(?=R[GE]-\d)(${token})(?!\p{L})`,
  'gu',
);
const bare = new RegExp(String.raw`(?<![\p{L}\p{N}/.-])${group}(?:[-/]${group}){1,4}(?![\p{L}\p{N}/])`, 'gu');

/** Right before a number: it is a customer's, a file's, a ticket's. */
const elsewise = /(?:kd|kund|zeichen|akten|az\.|reg\.|ticket|buchn|vertrag|auftrag)\P{N}{0,30}$/iu;

/** The bill the letter is about: after "Rechnung", or in a letter about bills a number that is nothing else. */
export function invoiceNumber(
  text: string,
  intents: readonly string[],
  mentions: readonly Mention[],
): Field | undefined {
  const found = [...text.matchAll(announced)].map((match) => spanOf(match, match[1] ?? match[2] ?? ''));
  const certain = mentions.filter(
    ({ kind, value, labelled }) => kind === 'iban' || (kind === 'contract' && !labelled && /^RE/.test(value)),
  );
  const chosen =
    found.find(
      (one) => isNumber(one.words) && !insideAny(one, certain) && !isCustomers(text.slice(0, one.start)),
    ) ?? unannounced(text, intents, mentions);
  return chosen && { value: chosen.words.replace(/\s/g, ''), words: chosen.words };
}

/** "my customer number stands on your bill: ..." */
const isCustomers = (before: string): boolean => /kundennummer\P{N}{0,40}$/iu.test(before.slice(-60));

function unannounced(text: string, intents: readonly string[], mentions: readonly Mention[]) {
  if (intents.length > 0 && !intents.some((one) => one === 'invoice-dispute' || one === 'payment-plan'))
    return undefined;
  const found = [...text.matchAll(bare)].map((match) => spanOf(match, match[0]));
  return found.find(
    ({ words, start, end }) =>
      isNumber(words) &&
      !insideAny({ start, end }, mentions) &&
      !elsewise.test(text.slice(Math.max(0, start - 40), start)),
  );
}

function spanOf(match: RegExpExecArray, words: string): Span & { readonly words: string } {
  const end = match.index + match[0].length;
  return { words, start: end - words.length, end };
}

/** At least five digits, and no date, month or file of a court. */
const isNumber = (words: string): boolean =>
  words.replace(/\D/g, '').length >= 5 &&
  !/^(?:\d{1,2}([./-])\d{1,2}\1(?:\d{2}|\d{4})?|20\d{2}[./-]\d{1,2}|\d{1,4}\/\d{2})$/.test(words);
