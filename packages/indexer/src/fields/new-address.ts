import type { Field } from '@mailroom/core';
import { findAddresses, findStreets, type WrittenAddress } from './addresses.ts';

const fresh =
  /(?<!\p{L})(?:neu\p{L}*|künftig\p{L}*|zieh\p{L}*|zog\p{L}*|umzug|umgezogen|gezogen|verleg\p{L}*|jetzt|nun\p{L}*|wohn\p{L}*|gewohnt|erreich\p{L}*|post|brief\p{L}*|rechnung\p{L}*|papier|schick\p{L}*|senden|lautet|finden|find\p{L}*|räume|lebt|sitz\p{L}*|befindet|geworden|heißt|umnummeriert|adresse|anschrift|bin|gemeldet|sondern|ab (?:sofort|dem|\d)|nach|dorthin|an mich|an meine|an die|seit|übersiedel\p{L}*)/giu;
const old =
  /(?:(?<!\p{L})alte?[rnms]?|bisher\p{L}*|früher\p{L}*|ehemal\p{L}*|nicht mehr|ausgezogen aus|verlass\p{L}*|letzte anschrift|von der|zuletzt)(?!.*(?:alt|bisher|früher|nicht mehr))/isu;
/** The writer says that the address of the letterhead, or under the letter, is the one to write to. */
const mineIsNew =
  /(?:siehe|s\.) ?(?:oben|o\.|unten|briefkopf|absender)|oben (?:genannte|stehende|angegebene)|obige|obenstehend|untenstehend|nachstehend|umseitig|briefkopf|anschrift (?:oben|unten)|(?:steht|wie) oben|an die kanzlei|(?:büro|kanzlei|dienst)(?:an|ad)(?:schrift|resse)|anschrift der |an (?:mein|unser|das) büro|an meine (?:kanzlei|adresse|anschrift)|hierher/iu;

/** Where nobody asks for a move, only an address that is called new is one. */
const plainly =
  /(?<!\p{L})(?:(?:neu|künftig)\p{L}* \p{L}*(?:anschrift|adresse|wohnung|zuhause|daheim|bleibe)|umgezogen|umzug|zieh\p{L}*|(?:wohne|wohnen|sind) (?:ich |wir )?(?:jetzt|nun|ab|künftig))[^\n]{0,60}\s?$/iu;

/** The address to which the sender moves; not the one moved from, nor the letterhead unless the letter says so. */
export function newAddress(text: string, { asked }: { asked: boolean }): Field | undefined {
  const addresses = findAddresses(text).filter(
    ({ start }) => asked || plainly.test(text.slice(Math.max(0, start - 100), start)),
  );
  const scored = addresses.map((one) => ({ one, score: scoreOf(one, text, addresses.length === 1) }));
  const [best] = scored.sort((one, other) => other.score - one.score);
  if (best && best.score > 0) return { value: best.one.value, words: best.one.words };
  return asked ? inSameTown(text) : undefined;
}

function scoreOf(address: WrittenAddress, text: string, alone: boolean): number {
  const before = text.slice(Math.max(0, address.start - 120), address.start);
  const cues = new Set([...before.matchAll(fresh)].map((match) => match[0].toLowerCase())).size;
  const letterhead = isLetterhead(address, text);
  const edge = (letterhead || isFoot(address, text)) && !isInSentence(before);
  const own = mineIsNew.test(bodyOf(text)) && letterhead;
  return (
    0.4 +
    Math.min(cues, 3) +
    (alone ? 0.5 : 0) -
    (edge ? (own ? 0.2 : 2.5) : 0) -
    (isOld(before.slice(-60)) ? 3 : 0) -
    (isRecipient(before) ? 4 : 0)
  );
}

/** "bisher Hauptstraße 7, neu: ..." : the word nearest to the address decides. */
function isOld(before: string): boolean {
  const match = old.exec(before);
  return match !== null && before.slice(match.index + match[0].length).search(fresh) < 0;
}

/** "Unsere Straße heißt nun Am Wall 7, die Postleitzahl bleibt": the new street, with the town of the letterhead. */
function inSameTown(text: string): Field | undefined {
  const [town, code, city] = senderTown.exec(text) ?? [];
  if (!town || !staysInTown.test(text)) return undefined;
  const begins = Math.max(town.length, text.search(greeting));
  const street = findStreets(text).find(
    (one) =>
      one.start > begins &&
      !isFoot(one, text) &&
      !formerly.test(text.slice(Math.max(0, one.start - 40), one.start)),
  );
  return street && { value: `${street.value}, ${code} ${city}`, words: street.words };
}

/** On one of the first lines, with a street or alone. */
const senderTown =
  /^(?:[^\n]*\n){0,4}?(?:[^\n]*, |[^\n]*· )?(\d{5}) (\p{Lu}[\p{L}-]+(?: (?:(?:am|an der|im|in) )?\p{Lu}[\p{L}-]+)*)/u;
const staysInTown =
  /(?:gleiche|selbe)[nrs]? (?:ort|stadt|dorf|plz|postleitzahl|straße)|(?<!\p{L})(?:plz|postleitzahl|ort|stadt)(?!\p{L})[^.!?\n]{0,40}(?:bleib|gleich|gehabt|bisher|unverändert|selbe)|umbenannt|umgetauft|nummeriert|neue hausnummer|straße heißt|innerhalb (?:der stadt|des (?:orts|dorfs|hauses)|von (?-i:\p{Lu})\p{L}+|unsere[rs] (?:stadt|orts|dorfs))/iu;
const formerly =
  /(?:(?<!\p{L})(?:aus|statt|von|vom|bisher|früher|bislang)|alte[rn]?|nicht mehr)(?: \p{Ll}+){0,2}["„“ ]*$/iu;

const greeting =
  /(?:^|\n)\s*(?:sehr geehrte|guten (?:tag|morgen|abend)|hallo|moin|liebe|grüß gott|servus|werte|hi\b|tach|glück auf)/iu;

/** Among the first lines, before anything is said. */
function isLetterhead({ start }: WrittenAddress, text: string): boolean {
  const opened = text.search(greeting);
  const head = text.slice(0, start);
  const lines = head.split('\n').filter((line) => line.trim() !== '').length;
  if (opened >= 0) return lines <= 7 && start < opened;
  return lines <= 4 && !/[a-zß]{3,}[.!?](?:\s|$)|:\s*$/u.test(head);
}

/** A verb before it on its line: then it is told, and no letterhead. */
const isInSentence = (before: string): boolean =>
  /(?<![\p{L}.])(?!(?:und|der|des|die|für|von|vom|zum|zur|den|dem|bei|wohnhaft|geb|tel|an|am|in|im|e|z)(?!\p{L}))\p{Ll}{2,}(?![^\n]*\n)[^\n]*$/u.test(
    before,
  );

/** Under the name at the end; a postscript is body again. */
function isFoot({ start, end }: WrittenAddress, text: string): boolean {
  const closed = text.search(
    /(?:^|\n)[^\n]{0,25}(?:freundlich|herzlich|gru(?:ß|ss)|grü(?:ß|ss)(?! gott)|mfg|hochachtung)[^\n]{0,30}\n/iu,
  );
  const postscript = text.search(/(?:^|\n)\s*p\.? ?s\.?\b/iu);
  return closed > 0 && end > closed && !(postscript > closed && start > postscript);
}

const isRecipient = (before: string): boolean =>
  /(?:GmbH|AG|Mobilfunk|Kundenbetreuung)[^\n]*\n[^\n]*$/u.test(before) && /(?:^|\n)An\b/u.test(before);

const bodyOf = (text: string): string => text.slice(Math.max(0, text.search(greeting)));
