/** ß and umlauts as a typist without them writes them, accents dropped, lower case: "Krüger" and "KRUEGER" agree. */
export function foldGerman(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/** A name reduced to its folded letters and digits: "Müller-Lüdenscheidt" becomes "muellerluedenscheidt". */
export function foldName(name: string): string {
  return foldGerman(name).replace(/[^\p{L}\p{N}]/gu, '');
}

/** A number as it is compared: letters and digits only, upper case ("NW-4417-88213" becomes "NW441788213"). */
export function foldNumber(number: string): string {
  return number.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}
