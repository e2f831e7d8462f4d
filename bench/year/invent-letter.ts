import { addNoise } from '@mailroom/classifier';
import type { Channel, Customer } from '@mailroom/core';
import { digits, type Random, seededRandom } from '@mailroom/fixtures/customers';
import { inventCustomer } from '../accounts/invent-customer.ts';
import type { Phrasebook } from './read-phrasebook.ts';

/** A letter that nobody wrote, with what the pipeline would have found out about it. */
export interface InventedLetter {
  readonly text: string;
  readonly channel: Channel;
  readonly intents: readonly string[];
  readonly customer: Customer | null;
  /** Numbers that the indexer would have found. */
  readonly fields: Readonly<Record<string, string>>;
}

const customerCount = 1_000_000;

/** The same number gives the same letter on every machine. */
export function inventLetter(number: number, book: Phrasebook): InventedLetter {
  const random = seededRandom(`letter ${number}`);
  const channel = random.pick([
    'letter',
    'letter',
    'letter',
    'letter',
    'letter',
    'fax',
    'fax',
    'email',
    'email',
    'email',
  ] as const);
  const customer = inventCustomer(random.whole(0, customerCount - 1));
  const intent = weighted(book.intents, random);
  const fields = random.chance(0.35) ? inventedFields(customer, random) : {};
  const text = write(customer, intent, fields, book, random);
  return {
    channel,
    fields,
    intents: random.chance(0.12)
      ? [intent, ...[weighted(book.intents, random)].filter((one) => one !== intent)]
      : [intent],
    customer: random.chance(0.93) ? customer : null,
    text:
      channel === 'email' ? text : addNoise(text, strength(channel, random), random.next).text.toWellFormed(),
  };
}

/** Cancellations and moves are common, deaths are rare: the first intent comes as often as the next two together. */
function weighted(intents: readonly string[], random: Random): string {
  return intents[Math.floor(intents.length * random.next() ** 2)] ?? 'other';
}

function inventedFields({ contracts, ibans }: Customer, random: Random): Record<string, string> {
  return {
    ...(contracts[0] && random.chance(0.6) ? { contractNumber: contracts[0] } : {}),
    ...(ibans[0] && random.chance(0.2) ? { newIban: ibans[0] } : {}),
    ...(random.chance(0.3) ? { invoiceNumber: `R${digits(9, random)}` } : {}),
  };
}

function write(
  customer: Customer,
  intent: string,
  fields: Readonly<Record<string, string>>,
  book: Phrasebook,
  random: Random,
): string {
  const { firstName, lastName, company, street, postalCode, city, phones, email, customerNumber } = customer;
  const name = company || `${firstName} ${lastName}`;
  const sentences = Array.from({ length: random.whole(6, 14) }, () =>
    sentence(random.chance(0.7) ? intent : weighted(book.intents, random), book, random),
  );
  const numbers = [
    random.chance(0.7) ? `Kundennummer: ${spaced(customerNumber, random)}` : '',
    ...Object.entries(fields).map(([field, value]) => `${labels[field] ?? 'Nr.'} ${spaced(value, random)}`),
    random.chance(0.4) ? `Tel. ${(phones[0] ?? '').replace('+49', '0')}` : '',
    email && random.chance(0.5) ? `E-Mail: ${email}` : '',
  ].filter(Boolean);
  const paragraphs = [sentences.slice(0, 3), sentences.slice(3, 7), sentences.slice(7)]
    .map((some) => some.join(' '))
    .filter(Boolean);
  return [
    `${name}\n${street}\n${postalCode} ${city}`,
    'Nordwelle Mobil GmbH\nKundenservice\nPostfach 11 02 63\n28082 Bremen',
    `${city}, ${random.whole(1, 28)}.${random.whole(1, 12)}.2026\n${numbers.join('\n')}`,
    'Sehr geehrte Damen und Herren,',
    ...paragraphs,
    `${random.pick(['Mit freundlichen Grüßen', 'Mit freundlichem Gruß', 'Freundliche Grüße', 'Hochachtungsvoll', 'MfG'])}\n\n${firstName} ${lastName || name}`,
  ].join('\n\n');
}

const labels: Readonly<Record<string, string>> = {
  contractNumber: 'Vertrag',
  newIban: 'IBAN',
  invoiceNumber: 'Rechnungsnummer',
};

const spaced = (number: string, random: Random): string =>
  random.chance(0.4) ? number.replace(/(\w{4})(?=\w)/g, '$1 ') : number;

/** A sentence of the corpus with other numbers and, now and then, a word that hardly any other letter holds. */
function sentence(intent: string, { sentences, nouns }: Phrasebook, random: Random): string {
  const pool = sentences.get(intent) ?? [];
  const chosen = pool[Math.floor(pool.length * random.next() ** 1.5)] ?? '';
  const renumbered = chosen.replace(/\d/g, () => String(random.whole(0, 9)));
  return random.chance(0.25)
    ? renumbered.replace(/\p{Lu}\p{Ll}{5,}(?=[ ,.])/u, () => rareWord(nouns, random))
    : renumbered;
}

/** Compounds of two or three nouns; the rank of a word is Zipf's, so a few are common and most are seen once or twice. */
function rareWord(nouns: readonly string[], random: Random): string {
  const rank = Math.floor(Math.exp(random.next() * Math.log(3_000_000)));
  const noun = (at: number): string => nouns[(at * 2_654_435_761) % nouns.length] ?? '';
  return [noun(rank % 1733), noun(rank * 7), ...(rank > 200_000 ? [noun(rank * 13)] : [])]
    .map((part, at) => (at === 0 ? part : part.toLowerCase()))
    .join('');
}

/** How much recognition has spoilt: most letters are clean, some faxes are bad. */
const strength = (channel: Channel, random: Random): number =>
  channel === 'fax' ? 0.004 + 0.025 * random.next() ** 2 : 0.001 + 0.02 * random.next() ** 4;
