import type { FieldName } from '@mailroom/core';

/** Whether a value found is the one that the letter's label gives. */
export const same = (name: FieldName, wanted: string, given: string): boolean =>
  name === 'newAddress' ? foldAddress(wanted) === foldAddress(given) : fold(wanted) === fold(given);

const fold = (value: string): string => value.toLowerCase().replace(/[^\p{L}\p{N}.]/gu, '');

/** A label may name the room or whose bell it is; the field is "Street No, PLZ City". */
const additions =
  /, (?:c\/o|bei|App\.?|Apartment|Zi\.|Zimmer|Whg\.|Wohnung|Hinterhaus|Vorderhaus|Haus|Halle|Tor)(?![\p{L}])[^,]*(?=,)/gu;
const foldAddress = (value: string): string =>
  fold(`, ${value}`.replace(additions, ''))
    .replace(/str(?:asse|aße|\.)(?=\d)/gu, 'straße')
    .replaceAll('.', '');
