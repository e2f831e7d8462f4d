import type { Field } from '@mailroom/core';
import { findAmounts, type WrittenAmount } from './amounts.ts';

/** A sign near a sum, in the text before or after it. */
interface Sign {
  readonly before?: RegExp;
  readonly after?: RegExp;
  readonly weight: number;
}

const asked =
  'widersp|unrecht|zurück|erstatt|streich|storn|in höhe von|(?<!\\p{L})über(?!\\p{L})|forderung|offen|betrag|schuld|summe|mahn|nicht (?:bezahl|schuldig)|zahl.{0,20}nicht|beanstand|zu viel|zuviel|gutschr|gesamt|zusammen|abgebucht|berechnet|rückstand|stund';

/** Weights in log-odds, found as those in date-weights.ts: a sum with less than 0 is only mentioned. */
const signs: readonly Sign[] = (
  [
    ['before', asked, 0.5],
    ['after', asked, 0.3],
    // "the music option for 4.99": its price names what shall end.
    [
      'before',
      String.raw`(?:paket|option|abo|flat|schutz|versicherung|karte|dienst|pass|cloud|zusatz)\p{L}*[^.!?]{0,25}$`,
      1.3,
    ],
    ['before', String.raw`(?:rest|übrige\p{L}*)[^.!?]{0,15}$`, 0.9],
    // "139.90 instead of 39.90": the first is contested.
    ['after', String.raw`^[^.!?]{0,25}(?<!\p{L})(?:statt|anstatt|anstelle)(?!\p{L})`, 1.7],
    [
      'before',
      String.raw`(?:statt|anstatt|anstelle(?: von)?|vereinbart\p{L}*(?: waren| sind| ist)?|abgemacht\p{L}*(?: waren)?|grundgebühr|grundpreis|normal\p{L}*|sonst|früher|vertrag steht|angebot\p{L}*)\P{L}*(?:nur|mit|von|zu|für|sind|waren)?\s*$`,
      -0.4,
    ],
    // Paid, or agreed to.
    [
      'after',
      String.raw`^(?![^.!?]{0,40}nicht)[^.!?]{0,40}(?:sind ok|ist ok|in ordnung|stimmt|stimmen|überwiesen|bezahlt|korrekt|zahle ich|gern)(?!\p{L})`,
      -0.9,
    ],
    // An instalment; the debt is meant.
    [
      'before',
      String.raw`(?<!\p{L})(?:raten?|teile?n?|stück\p{L}*|abschlag|abzahl\p{L}*|zahlung)\P{L}*(?:von|zu|à|je|über)?(?: je| jeweils| monatlich)?\s*$|(?:je|jeweils|à|zu je)\s*$`,
      -1.3,
    ],
    // What a price differs by, or what a device costs beside it.
    [
      'before',
      String.raw`(?:rabatt|zuzahlung|gutschrift|gutschein|erhöhung|bonus|höchstens|\(ab|einmalig|einmalzahlung|gerät|handy|telefon)\P{L}*(?:von|um|über|für|zu)?\s*$`,
      -1.6,
    ],
    [
      'after',
      '^ ?(?:im monat|pro monat|monatlich)? ?(?:weniger|mehr|rabatt|bonus|erhalten|nachlass|nachgelassen|günstiger|gutschrift)',
      -2.6,
    ],
    ['before', String.raw`(?:=|macht|zusammen|insgesamt|summe|brutto|das sind)\P{L}*(?:genau)?\s*$`, 0.7],
    // What the writer lives on; set by hand, since the corpus has few.
    ['before', String.raw`(?:rente|lohn|gehalt|einkommen|krankengeld|verdien\p{L}*)[^.!?]{0,15}$`, -1.5],
    ['after', String.raw`^\s*(?:netto|rente|lohn|gehalt)(?!\p{L})`, -1.5],
    // "2 x 29.99 = 59.98"
    ['before', String.raw`\d ?[x×*]\s*$`, -1.9],
  ] as const
).map(([side, words, weight]) => ({ [side]: new RegExp(words, 'iu'), weight }));

const monthly =
  /^\s*(?:,-)?\s*(?:im monat|pro monat|monatlich|jeden monat|mtl|\/ ?monat|die woche|pro woche)/iu;
/** By the month a tariff or an option is paid, or an instalment. */
const monthlyWeight = { price: 0.8, instalment: -0.9 };
const largest = 0.7;

/** How much letters with a wish are about a sum. */
const wishes: Readonly<Record<string, number>> = {
  'invoice-dispute': 3.2,
  'payment-plan': 2.5,
  renewal: 0.2,
  cancellation: -0.9,
  revocation: -0.9,
  bereavement: -1.1,
};
const otherWish = -2.7;

/** The sum the letter is about, as "49.90"; without wishes it is looked for as in a letter about a bill. */
export function amount(text: string, intents: readonly string[]): Field | undefined {
  const sums = findAmounts(text);
  // Not spread into Math.max: a long list holds more sums than a call takes arguments.
  const most = sums.reduce((highest, { value }) => Math.max(highest, Number(value)), 0);
  const scored = sums.map((sum) => ({
    sum,
    score: wishScore(intents) + signScore(sum, text, intents) + (Number(sum.value) === most ? largest : 0),
  }));
  const [best] = scored.filter(({ score }) => score > 0).sort((one, other) => other.score - one.score);
  return best && { value: best.sum.value, words: best.sum.words };
}

const wishScore = (intents: readonly string[]): number =>
  Math.max(...(intents.length > 0 ? intents : ['invoice-dispute']).map((one) => wishes[one] ?? otherWish));

function signScore({ start, end }: WrittenAmount, text: string, intents: readonly string[]): number {
  const before = text.slice(Math.max(0, start - 70), start);
  const after = text.slice(end, end + 60);
  const shown = signs.filter((sign) => sign.before?.test(before) || sign.after?.test(after));
  const month = intents.includes('payment-plan') ? monthlyWeight.instalment : monthlyWeight.price;
  return shown.reduce((sum, { weight }) => sum + weight, monthly.test(after) ? month : 0);
}
