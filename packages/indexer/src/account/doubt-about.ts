import type { Mention } from '../identifiers/mention.ts';
import { customerName } from './customer-name.ts';
import { kindWords } from './kind-words.ts';
import type { Reading } from './reading.ts';
import { signature } from './signature.ts';
import type { Lead, Weighed } from './weigh.ts';

interface Circumstances {
  readonly confidence: number;
  readonly sure: number;
  readonly mentions: readonly Mention[];
  readonly reading: Reading;
}

/** Why a person should decide whose letter it is, as a German sentence; undefined when it is clear. */
export function doubtAbout(weighed: readonly Weighed[], circumstances: Circumstances): string | undefined {
  const [best, second] = weighed;
  if (!best) return nothingFound(circumstances);
  return (
    strangersNumber(best, circumstances) ??
    anotherAccount(best, weighed, circumstances) ??
    (circumstances.confidence >= circumstances.sure ? undefined : notSure(best, second))
  );
}

function nothingFound({ mentions }: Circumstances): string {
  const number = mentions.find((one) => one.kind === 'customerNumber' || one.kind === 'contract');
  if (number) {
    return `Die Nummer ${number.words.trim()} gehört zu keinem Konto, und Name und Anschrift passen zu keinem; bitte das Konto suchen.`;
  }
  return 'Im Schreiben steht keine bekannte Kunden-, Vertrags- oder Rufnummer, und Name und Anschrift passen zu keinem Konto; bitte das Konto suchen.';
}

/** A number leads to a person of whom the letter says nothing, and somebody else signed. */
function strangersNumber(best: Weighed, { reading }: Circumstances): string | undefined {
  const lead = best.leads.find((one) => !one.near);
  if (!lead || best.name.degree !== 'none' || hasPlace(best)) return undefined;
  // For a company anybody may sign.
  if (best.customer.company !== '') return undefined;
  const signed = signature(reading);
  if (signed === null) return undefined;
  return `Die ${numberWords(lead)} gehört ${customerName(best.customer)}, unterschrieben hat ${signed}; bitte prüfen, um wessen Konto es geht.`;
}

/** Somebody else's number stands in the letter too. */
function anotherAccount(
  best: Weighed,
  weighed: readonly Weighed[],
  { reading }: Circumstances,
): string | undefined {
  for (const other of weighed) {
    const lead = other !== best && other.leads.find((one) => !one.near && strong.has(one.mention.kind));
    if (!lead || isSlip(lead, other, best) || isAside(lead, best, reading)) continue;
    if (best.leads.some((one) => !one.near)) {
      return `Im Schreiben kommen zwei Konten vor: ${account(best)} und ${account(other)}; bitte entscheiden, um welches es geht.`;
    }
    return `Die ${numberWords(lead)} gehört ${customerName(other.customer)}, Name und Anschrift sind aber von ${account(best)}; bitte das richtige Konto wählen.`;
  }
  return undefined;
}

/** One sign off, the best one's number is somebody else's, of whom the letter says nothing. */
function isSlip({ mention }: Lead, other: Weighed, best: Weighed): boolean {
  const own = best.leads.some((one) => one.near && one.mention.value === mention.value);
  return (
    own && best.name.degree === 'full' && hasPlace(best) && other.name.degree === 'none' && !hasPlace(other)
  );
}

const aside =
  /\b(?:bleib\p{L}*|behält|behalt\p{L}*|unberührt|nicht betroffen|nicht gegenstand|hat nichts|unverändert|alles wie es ist)/iu;

/** The letter says of the other number that nothing happens to it, and its own stands there too. */
function isAside({ mention }: Lead, best: Weighed, { text }: Reading): boolean {
  const end = text.slice(mention.end).search(/[.!?;]\s|\n\s*\n/);
  const sentence = text.slice(mention.end, end < 0 ? mention.end + 80 : mention.end + Math.min(end, 80));
  return aside.test(sentence) && best.leads.some((one) => !one.near);
}

const hasPlace = ({ address }: Weighed): boolean =>
  address.street !== 'none' || address.postalCode || address.city;

const strong = new Set(['customerNumber', 'contract', 'formerNumber']);

function notSure(best: Weighed, second: Weighed | undefined): string {
  if (second && second.score > best.score - 4) {
    return `Es kommen mehrere Konten in Frage, zum Beispiel ${account(best)} und ${account(second)}; bitte das richtige wählen.`;
  }
  return `Am ehesten ist es ${account(best)}, aber dafür spricht nur: ${best.evidence.join(', ')}; bitte prüfen.`;
}

const account = ({ customer }: Weighed): string => `${customerName(customer)} (${customer.customerNumber})`;

const numberWords = ({ mention }: Lead): string => `${kindWords[mention.kind]} ${mention.words.trim()}`;
