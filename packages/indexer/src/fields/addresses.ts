import { streetNameBefore } from './street-name.ts';

/** An address as it stands in a text. */
export interface WrittenAddress {
  /** "Street No, PLZ City". */
  readonly value: string;
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

const houseNumber = String.raw`\d{1,4}(?!\d)(?: ?[a-zA-Z](?!\p{L}))?(?: ?[-/+] ?\d{1,4}[a-z]?)?`;
const joining = String.raw`am|an|an der|ob der|bei|in|im|in der|vor der|unter|a\.|i\.|b\.|v\.|d\.`;
const city = String.raw`(?:St\. )?\p{L}[\p{L}'-]+(?:[ ](?:(?:${joining}) ?)?\p{Lu}[\p{L}-]*){0,3}(?: ?\((?!Schweiz|Österreich)\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?\))?(?:/\p{Lu}\p{L}+)?`;
const postal = String.raw`(?:[DA]-?\s?)?(\d{5})|(?:CH-?\s?|A-?\s?)?(\d{4})`;
/** What people put between the house number and the postal code: a floor, a room, whose bell it is. */
const between = String.raw`(?:[ ]*(?:\([^)\n]{1,40}\)|Hinterhaus|Vorderhaus|[,;/·|–-]|c/o [^\n,]{2,30}|(?:Zimmer|Whg\.?|Wohnung|Tür|App(?:artement|\.)?|Zi\.) ?\d{1,4}|in))*\s*\n?\s*`;
const streetFirst = new RegExp(String.raw`(${houseNumber})${between}(?:${postal})(?: +|\n)(${city})`, 'gu');
const placeFirst = new RegExp(
  String.raw`(\d{5}) +(${city}), *(\p{Lu}[\p{L}. -]*?) (${houseNumber})(?![\p{L}\d])`,
  'gu',
);
const postBox = new RegExp(String.raw`Postfach (\d{1,3}(?: ?\d{2}){0,2}) *,?\s*\n?(\d{5}) +(${city})`, 'gu');

/** Every address with street or post box, postal code and city, in reading order. */
export function findAddresses(text: string): readonly WrittenAddress[] {
  const found = [
    ...[...text.matchAll(streetFirst)].flatMap((match) => streetAddress(text, match) ?? []),
    ...[...text.matchAll(placeFirst)].map(({ 0: words, 1: code, 2: place, 3: street, 4: house, index }) =>
      address(`${tidyStreet(street)} ${tidyHouse(house)}, ${code} ${place}`, words, index),
    ),
    ...[...text.matchAll(postBox)].map(({ 0: words, 1: box, 2: code, 3: place, index }) =>
      address(`Postfach ${box}, ${code} ${place}`, words, index),
    ),
  ];
  return found
    .filter((one, at) => !found.slice(0, at).some((other) => other.start < one.end && one.start < other.end))
    .sort((one, other) => one.start - other.start);
}

function address(value: string, words: string, start: number): WrittenAddress {
  return { value, words: words.trim(), start, end: start + words.length };
}

function streetAddress(text: string, match: RegExpExecArray): WrittenAddress | null {
  const [whole, house, german, foreign, place = ''] = match;
  const street = streetNameBefore(text, match.index);
  if (street === null || !(/^\p{Lu}/u.test(place) || writesNoCapitals(text))) return null;
  const end = match.index + whole.length;
  const value = `${tidyStreet(street.words)} ${tidyHouse(house)}, ${german ?? foreign} ${tidyCity(place, text.slice(end))}`;
  return address(value, text.slice(street.start, end), street.start);
}

const writesNoCapitals = (text: string): boolean => text.replace(/[^\p{Lu}]/gu, '').length < text.length / 60;

const tidyStreet = (street = ''): string =>
  street
    .replace(/str\.?$/u, 'straße')
    .replace(/Str\.?$/u, 'Straße')
    .replace(/strasse$/u, 'straße');

const tidyHouse = (house = ''): string => house.replace(/(\d) ?([a-zA-Z])$/, '$1$2').replace(/ /g, '');

/** Only the words that make a city's name: the line may go on. */
function tidyCity(written: string, rest: string): string {
  if (/^[ \t]*(?:[,.;:()\n!?–-]|$)/.test(rest)) return written;
  const [first = '', second = ''] = written.split(' ');
  const goesOn =
    /^(?:Bad|Sankt|St\.|Heilbad|Neu|Alt|Groß|Klein|Markt|Burg|Hann\.|Ostseebad)$/.test(first) ||
    /^(?:am|an|ob|bei|in|im|vor|unter|a\.|i\.|b\.|\()/.test(second);
  return goesOn ? written : first;
}
