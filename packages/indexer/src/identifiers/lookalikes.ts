/** What OCR reads instead of a digit, by the digit that stands on the paper. */
const lookalikes: Readonly<Record<string, string>> = {
  '0': 'OoQD°',
  '1': 'Il|!i',
  '2': 'Zz',
  '5': 'Ss',
  '6': 'Gb',
  '8': 'B',
  '9': 'gq',
};

const digitOf = new Map(
  Object.entries(lookalikes).flatMap(([digit, signs]) => [...signs].map((sign) => [sign, digit] as const)),
);

/** The inside of a character class: every digit and what OCR makes of one. */
export const digitSigns = `0-9${[...digitOf.keys()].join('')}`;

/** "6O2948l735" becomes "6029481735"; other characters stay. */
export function asDigits(text: string): string {
  return [...text].map((sign) => digitOf.get(sign) ?? sign).join('');
}

/** True when at least `share` of the letters and digits are real digits: "S0 08" may be a number, "BoIS" is a word. */
export function mostlyDigits(text: string, share = 0.6): boolean {
  const signs = text.replace(/[^\p{L}\p{N}|!°]/gu, '');
  return signs.length > 0 && signs.replace(/\D/g, '').length / signs.length >= share;
}

/** The inside of a character class: a letter of a number, in either case, and the digits OCR makes of it. */
export function letterSigns(letter: string): string {
  const digits = [...letter.toUpperCase(), ...letter.toLowerCase()].flatMap(
    (sign) => digitOf.get(sign) ?? [],
  );
  return [...new Set([letter.toUpperCase(), letter.toLowerCase(), ...digits])].join('');
}
