import { isPlainlyStreet, streetEnd, streetNameBefore } from './street-name.ts';

/** An address as it stands in a text. */
export interface WrittenAddress {
  /** "Street No, PLZ City". */
  readonly value: string;
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

const houseNumber = String.raw`[1-9]\d{0,3}(?!\d)(?: ?[a-zA-Z](?!\p{L}))?(?: ?[-–/+] ?\d{1,4}[a-z]?)?`;
const joining = String.raw`am|auf|an|an der|ob der|bei|in|im|in der|vor der|unter|a\. ?d\.|i\. ?d\.|v\. ?d\.|o\. ?d\.|a\.|i\.|b\.|v\.|d\.`;
const city = String.raw`(?!(?:D(?:ie|as|er)|PLZ|Postleitzahl|Tel|Telefon|Fax|Handy|Mobil)(?!\p{L}))(?:(?:St|Hann)\. )?\p{L}[\p{L}'-]+(?:[ ](?:(?:${joining}) ?)?(?!OT )\p{Lu}[\p{L}-]*){0,3}(?: ?\((?!Schweiz|Österreich)\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?\))?(?:/\p{Lu}\p{L}+)?`;
const shortCity = city.replace('{0,3}', '{0,3}?');
const postal = String.raw`(?<!\d)(?:(?:(?:DE?|A|[A-Z]{1,2}(?=-)) ?[-–]?\s?)?(\d{5})|(?:(?:CH|A|[A-Z]{1,2}(?=-))-?\s?)?(\d{4}(?: ?[A-Z]{2}(?=\s))?))`;
/** Begins no room: the next address does. */
const streetWithHouse = String.raw`\p{L}*(?:${streetEnd}) ?\d`;
const houseAlone = new RegExp(String.raw`(?<=[\p{L}.] )${houseNumber}(?![\p{L}\d]|[.,]\d)`, 'gu');
/** What people put between the house number and the postal code: a floor, a room, whose bell it is. */
const room = String.raw`(?!${streetWithHouse})(?:Zimmer|Raum|[Rr]oom|Whg\.?|Wohnung|Tür|App(?:artement|\.)?|Zi\.|Haus|Halle|Tor|Bau|WE|Top|Stiege|Aufgang|Block|Gebäude|Eingang) ?(?:\d{1,4}|[A-Z](?:[/-]?\d{1,4})?)(?![\p{L}\d])|\d{1,2}\. ?(?:[Ss]tock|OG|og|Etage|Obergeschoss)(?: (?:links|rechts|mitte))?|EG`;
const beside = String.raw`(?:[ ]*(?:\([^)\n]{1,40}\)|Hinterhaus|Vorderhaus|[,;/·|–-]|c/o [^\n,]{2,30}|${room}|in))*`;
/** A line of its own between them: "2. OG links". */
const lineBetween = String.raw`\n(?![^\n]*${streetWithHouse})[^\n\d]{0,20}(?:\d{1,3}[^\n\d]{0,15})?(?=\n)`;
/** And in a sentence: "5, und zwar in 26721 Emden", "5 statt 3, der Ort bleibt 26721 Emden". */
const inWords = String.raw`(?:(?!(?<!\p{L})(?:nach|zu[rm]?|vo[nm]|aus|[Tt]el|[Ff]ax|[Kk]unde)(?!\p{Ll}))[^\d\n]|${room}|statt [^\d\n]{0,25}\d{1,3}){1,45}?`;
const streetFirst = new RegExp(
  String.raw`(${houseNumber})(?:${beside}|(${lineBetween}|${inWords}))\s*\n?\s*${postal}(?: +|\n)(${city})`,
  'gu',
);
const codeWord = '(?:(?:[Dd]ie )?(?:PLZ|Postleitzahl)(?: ist| lautet)?:? *)?';
/** "5 in Emden, PLZ 26721", "5. Das ist in Emden (26721)", "5. Der Ort bleibt Emden, 26721". */
const cityFirst = new RegExp(
  String.raw`(${houseNumber})${beside}(?:\.? (?:[^\d\n,.]{0,12} )?in |[,.] (?:(?:und )?(?:[Dd]er Ort|[Dd]ie Stadt|[Dd]as)(?: dazu)? (?:ist|bleibt|heißt)(?: auch)? )?)(${city})(?:[,.]| \(|(?= PLZ| Postl))\s*(?:aber )?${codeWord}(\d{5})(?!\d| +\p{Lu})`,
  'gu',
);
const namedHouse = String.raw`\p{Lu}[\p{L}. -]{3,30}`;
const lead = '(?:und zwar |dort |jetzt )?(?:in (?:der|die|den|dem) |im |ins |am |an der |auf dem )?';
/** "26721 Emden, Deichweg 5", "26721 Emden im Deichweg 5", "26721 Emden, Haus Sonne, Deichweg 5". */
const codeFirst = new RegExp(
  String.raw`(\d{5}) +(${shortCity})((?: *[,;:–] ?| \(| - ?|)[ \n]?)(?<=[ \n(])(?:(?<=, )${namedHouse}, )?${lead}(\p{Lu}[\p{L}. -]*?) (${houseNumber})(?![\p{L}\d])`,
  'gu',
);
/** "in Emden, und zwar im Deichweg 5. Die Postleitzahl ist 26721", "in Emden, Deichweg 5 (26721)". */
const codeLast = new RegExp(
  String.raw`(?<=(?:in|nach) )(${city}), *${lead}(\p{Lu}[\p{L}. -]*?) (${houseNumber})(?:[.,] *| \()${codeWord}(\d{5})(?!\d| +\p{Lu})`,
  'gu',
);
const postBox = new RegExp(String.raw`Postfach (\d{1,3}(?: ?\d{2}){0,2}) *,?\s*\n?(\d{5}) +(${city})`, 'gu');

/** Writers without capitals begin streets and cities small. */
const smallStreet = new RegExp(
  String.raw`(?<!\p{L})(?:\p{Ll}+(?:er|sche) |(?:am|zum|zur|an der|auf der|im(?! \p{Ll}*(?:weg|damm|ring) )) )?\p{Ll}*(?:${streetEnd})(?= \d)`,
  'gu',
);
const smallCity = /(?<=\d{5} )\p{Ll}(?!(?:nd|der|st|n|ie|ird|u|leibt)\b)/gu;

/** Every address with street or post box, postal code and city, in reading order. */
export function findAddresses(written: string): readonly WrittenAddress[] {
  const text = written
    .replace(smallStreet, (street) =>
      street.replace(/(?<!\p{L})\p{Ll}(?!er )/gu, (sign) => sign.toUpperCase()),
    )
    .replace(smallCity, (sign) => sign.toUpperCase());
  const found = [
    ...[...text.matchAll(streetFirst)].flatMap((match) => streetAddress(text, match)),
    ...[...text.matchAll(cityFirst)].flatMap(({ 0: whole, 1: house, 2: place, 3: code, index }) =>
      withStreet(text, { house, code, place, index, end: index + whole.length }),
    ),
    // After a comma anything is a street; behind a named house it may be a room or a customer's number.
    ...[...text.matchAll(codeFirst)].flatMap(
      ({ 0: words, 1: code, 2: place, 3: between = '', 4: street = '', 5: house, index }) =>
        (between.includes(',') && !/, \p{Lu}[\p{L}. -]*, /u.test(words)) || isPlainlyStreet(street)
          ? [address(`${tidyStreet(street)} ${tidyHouse(house)}, ${code} ${place}`, words, index)]
          : [],
    ),
    ...[...text.matchAll(codeLast)].map(({ 0: words, 1: place, 2: street, 3: house, 4: code, index }) =>
      address(`${tidyStreet(street)} ${tidyHouse(house)}, ${code} ${place}`, words, index),
    ),
    ...[...text.matchAll(postBox)].map(({ 0: words, 1: box, 2: code, 3: place, index }) =>
      address(`Postfach ${box}, ${code} ${place}`, words, index),
    ),
  ];
  return found
    .map((one) => ({ ...one, words: written.slice(one.start, one.start + one.words.length) }))
    .filter((one, at) => !found.slice(0, at).some((other) => other.start < one.end && one.start < other.end))
    .sort((one, other) => one.start - other.start);
}

/** Every street with its house number, as "Street No". */
export function findStreets(text: string): readonly WrittenAddress[] {
  return [...text.matchAll(houseAlone)].flatMap(({ 0: house, index }) => {
    const street = streetNameBefore(text, index);
    if (street === null || !isPlainlyStreet(street.words)) return [];
    const words = text.slice(street.start, index + house.length);
    return [address(`${tidyStreet(street.words)} ${tidyHouse(house)}`, words, street.start)];
  });
}

function address(value: string, words: string, start: number): WrittenAddress {
  return { value, words: words.trim(), start, end: start + words.length };
}

function streetAddress(text: string, match: RegExpExecArray): readonly WrittenAddress[] {
  const [whole, house, inWords, german, foreign, place = ''] = match;
  const end = match.index + whole.length;
  const found = {
    house,
    code: german ?? foreign,
    place: tidyCity(place, text.slice(end)),
    index: match.index,
    end,
  };
  return /^\p{Lu}/u.test(place) ? withStreet(text, found, inWords !== undefined) : [];
}

interface Found {
  readonly house: string | undefined;
  readonly code: string | undefined;
  readonly place: string | undefined;
  readonly index: number;
  readonly end: number;
}

/** The street before a house number and what follows it; `plainly`: nothing but its own words shows that it is one. */
function withStreet(text: string, { house, code, place, index, end }: Found, plainly = false) {
  const street = streetNameBefore(text, index);
  if (street === null || (plainly && !isPlainlyStreet(street.words))) return [];
  const name = street.words.replace(/(?<!^Haus) Nr\.$/, '');
  const value = `${tidyStreet(name)} ${tidyHouse(house)}, ${code} ${place}`;
  return [address(value, text.slice(street.start, end), street.start)];
}

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
    /^(?:Bad|Sankt|St\.|Heilbad|Neu|Alt|Groß|Klein|Markt|Burg|Hann\.|Ostseebad|Seebad|Bergisch|Schwäbisch|Königs|Lutherstadt|Hansestadt)$/.test(
      first,
    ) || /^(?:am|an|ob|bei|in|im|vor|unter|a\.|i\.|b\.|\()/.test(second);
  return goesOn ? written : first;
}
