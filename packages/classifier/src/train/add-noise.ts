/** A text as a poor scan or fax would be read, and where each character of the original went. */
export interface NoisyText {
  readonly text: string;
  /** Offset in `text` of each offset of the original, the end included. */
  readonly offsets: Uint32Array;
}

/** What recognition confuses on bad paper: letters that look alike, lost dots and accents, ligatures. */
const confusions: Readonly<Record<string, readonly string[]>> = {
  ä: ['a', 'ii', 'á'],
  ö: ['o', 'ó', '6'],
  ü: ['u', 'ii', 'ú'],
  Ä: ['A'],
  Ö: ['O', '0'],
  Ü: ['U'],
  ß: ['B', 'ss', '8'],
  m: ['rn', 'nn'],
  n: ['u', 'ri'],
  u: ['n', 'ii'],
  l: ['1', 'I', 'i', '|'],
  i: ['l', 'j', '1'],
  I: ['l', '1', '|'],
  e: ['c', 'o'],
  c: ['e'],
  o: ['0', 'e'],
  h: ['b', 'li'],
  t: ['f', 'l'],
  f: ['t'],
  g: ['q', '9'],
  d: ['cl'],
  S: ['5'],
  B: ['8', 'ß'],
  '0': ['O', 'o'],
  '1': ['l', 'I'],
  '5': ['S'],
  '8': ['B'],
  ',': ['.', ''],
  '.': [',', ''],
  '„': [',,', '"'],
  '“': ['"', "''"],
  '"': ["''", ''],
  '-': ['', '~'],
  ':': [';', '.'],
};

/**
 * Spoils a text. `strength` is about the share of characters touched: 0.01 an ordinary scan, 0.04 a bad fax.
 * Umlauts and quotation marks suffer ten times as much as other characters.
 */
export function addNoise(text: string, strength: number, random: () => number): NoisyText {
  const offsets = new Uint32Array(text.length + 1);
  let noisy = '';
  for (let index = 0; index < text.length; index += 1) {
    offsets[index] = noisy.length;
    noisy += spoil(text[index] ?? '', strength, random);
  }
  offsets[text.length] = noisy.length;
  return { text: noisy, offsets };
}

function spoil(character: string, strength: number, random: () => number): string {
  const chance = random();
  if (character === ' ') return chance < strength / 3 ? '' : character;
  if (character === '\n') return chance < strength / 4 ? '\n\n' : character;
  const fragile = /[äöüÄÖÜß„“"]/.test(character);
  const choices = confusions[character];
  if (choices && chance < strength * (fragile ? 10 : 1)) {
    return choices[Math.floor(random() * choices.length)] ?? character;
  }
  return chance > 1 - strength / 5 ? `${character} ` : character;
}
