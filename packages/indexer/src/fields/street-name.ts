/** A street's name as it stands right before a house number. */
export interface StreetName {
  readonly words: string;
  readonly start: number;
}

export const streetEnd =
  'stra(?:ß|ss|B)e|str\\.?|weg|gasse|platz|allee|ring|damm|ufer|gässchen|gässle|winkel|garten|gärten|hof|höhe|berg|tal|markt|graben|wall|tor|steig|stieg|chaussee|promenade|kamp|feld|busch|grund|park|zeile|rain|halde|anger|bogen|brücke|hain|äcker|wiese|eck';
/** "Klinikweg", "Frohnauer-Straße": a name that needs no word before it. */
const wholeStreet = new RegExp(`^\\p{L}{2,}[\\p{L}-]*(?:${streetEnd})$`, 'iu');
const connecting =
  /^(?:der|des|den|dem|die|das|am|an|im|in|zum|zur|von|vom|auf|bei|op|de|ter|la|du|del|della|di)$/;
/** What stands before "der", "des", "am" in a street's name: "Platz der Kinder", "An der Eiche". */
const opening =
  /^(?:Platz|Stra(?:ß|ss)e|Weg|Gasse|Allee|Ring|Hof|Gut|Haus|Park|Ufer|An|Auf|In|Hinter|Zu|Unter|Vor|Bei|Achter|Op|Up|Am|Im|Rue|Avenue|Place|Via|Calle)$/;
/** With a capital they begin a street's name, whatever stands before them: "Haus Sonne Am Wall". */
const beginning = /^(?:Am|An|Auf|Im|In|Zum|Zur|Hinter|Unter|Vor|Beim)$/;
/** What may stand before a whole street's name: "Am Exerzierplatz", "Ammerländer Heerstraße". */
const attribute =
  /^(?:Am|An|Auf|Im|In|Zum|Zur|Hinterm?|Unterm?|Vorm?|Beim?|Überm|St\.|Sankt|Dr\.|Prof\.|(?:Alt|Neu|Ober|Unter|Groß|Klein|Lang|Kurz|Hoh)e[rnsm]?|\p{Lu}[\p{L}-]*(?:er|sche|’s|'s))$/u;
/** Words that often go before an address and are no part of it. */
const announcing =
  /^(?:Also|Jetzt|Nun|Neu|Künftig|Bitte|Hier|Und|Anschrift|Adresse|Wohnung|Gebäude|Post|Rechnung(?:en)?|Briefe?|Laden|Büro|Kanzlei|Firma|Familie|Fam\.?|Wohnort|Hausnummer|Bote|Haus|Neubau|Neujahr|Semesterbeginn|KW|Senioren\p{L}+|(?:Pflege|Alten|Wohn)heim|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)$/u;
/** "Straße des 17. Juni" */
const afterDay = /(?:Stra(?:ß|ss)e|Str\.|Platz|Allee) (?:des|vom) \d{1,2}\. \p{Lu}\p{Ll}+(?= $)/u;
/** Within "Am alten Markt", "An der hohen Brücke". */
const adjective = /^\p{Ll}{2,}e[nr]$/u;
const longest = 5;
/** "Am Wall, Hausnummer 6" */
const numbered = /[,.] (?:Hausnummer|Nummer|Nr\.) $/;

/** The street's name that ends at `houseAt`, where its house number begins; null when there is none. */
export function streetNameBefore(text: string, houseAt: number): StreetName | null {
  const [announced = ''] = numbered.exec(text.slice(Math.max(0, houseAt - 13), houseAt)) ?? [];
  // With the announcement taken out, one space remains.
  const end = houseAt - announced.length + (announced ? 1 : 0);
  const line = announced
    ? `${text.slice(Math.max(0, end - 61), end - 1)} `
    : text.slice(Math.max(0, end - 60), end).replace(/\n$/, ' ');
  if (!/[ .]$/.test(line)) return null;
  const [named] = afterDay.exec(line) ?? [];
  if (named) return { words: named, start: end - 1 - named.length };
  const part = line.split(/[\n,;:|·()"„“<>]| [-–*] /u).at(-1) ?? '';
  const words = [...part.matchAll(/\S+/g)].map((match) => match[0]);
  const own = ownWords(words);
  const street = own.join(' ');
  if (!/\p{L}{2}/u.test(street) || street === 'Nr.') return null;
  if (!(/^\p{Lu}/u.test(street) || wholeStreet.test(street))) return null;
  const start = end - part.length + part.lastIndexOf(own[0] ?? '', part.lastIndexOf(own.at(-1) ?? ''));
  return { words: street, start };
}

/** Whether the name shows by itself that it is a street's: "Lindenhof", "Am Campus". */
export const isPlainlyStreet = (name: string): boolean =>
  /^(?:Am|An|Auf|Im|In|Zum|Zur|Hinter|Unter) /.test(name) || new RegExp(`(?:${streetEnd})$`, 'iu').test(name);

function ownWords(words: readonly string[]): readonly string[] {
  let from = words.length;
  while (from > 0 && belongs(words, from - 1)) from -= 1;
  while (from < words.length - 1 && connecting.test(words[from] ?? '')) from += 1;
  return words.slice(from);
}

/** Whether the word at `at` still belongs to the name whose later words are taken. */
function belongs(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  const next = words[at + 1];
  if (word === 'Haus' && (next === 'Nr.' || next === undefined)) return true;
  if (
    !/^\p{L}[\p{L}.'’-]*$/u.test(word) ||
    words.length - at > longest ||
    (announcing.test(word) && !(next === undefined && attribute.test(words[at - 1] ?? '')))
  )
    return false;
  const capital = /^\p{Lu}/u.test(word);
  if (next === undefined) return capital || /^(?:rechts|links)$/.test(word) || wholeStreet.test(word);
  if (connecting.test(word) || adjective.test(word)) {
    return opening.test(words.slice(0, at).findLast((one) => !connecting.test(one)) ?? '');
  }
  if (!capital || beginning.test(next)) return false;
  return !(wholeStreet.test(next) && /^\p{Lu}/u.test(next)) || attribute.test(word);
}
