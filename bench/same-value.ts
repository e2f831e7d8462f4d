/** Whether a value found is the one that the letter's label gives; both are normalised, so a dot counts (12.50 is not 1250). */
export const same = (name: string, wanted: string, given: string): boolean =>
  name === 'newAddress' ? foldAddress(wanted) === foldAddress(given) : fold(wanted) === fold(given);

const fold = (value: string): string => value.toLowerCase().replace(/[^\p{L}\p{N}.]/gu, '');

/** A label may name the room or whose bell it is; the field is "Street No, PLZ City". */
const addition =
  /^(?:c\/o|bei|App\.?|Apartment|Zi\.|Zimmer|Whg\.|Wohnung|Hinterhaus|Vorderhaus|Haus|Halle|Tor)(?!\p{L})/u;

function foldAddress(value: string): string {
  const parts = value.split(', ');
  const kept = parts.filter((part) => !addition.test(part));
  return fold((kept.length > 1 ? kept : parts).join(', '))
    .replace(/str(?:asse|aße|\.)(?=\d)/gu, 'straße')
    .replaceAll('.', '');
}
