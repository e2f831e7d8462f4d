import { expect, it } from 'vitest';
import { quotedBit } from './cues.ts';
import { readClauses } from './read-clauses.ts';

const quotedIn = (folded: string): string[] =>
  readClauses(folded)
    .filter(({ cues }) => (cues & quotedBit) !== 0)
    .map(({ start, end }) => folded.slice(start, end).replaceAll('"', '').trim());

it.each([
  ['ich schrieb "ich kundige" und bleibe', ['ich kundige']],
  ['ich schrieb am 3. mai: "ich kundige den vertrag', ['ich kundige den vertrag']],
  ['und zwar zum ersten" und bleibe', ['und zwar zum ersten']],
  ['er sagte "bleib" und "geh', ['bleib', 'geh']],
  ['ein bildschirm von 24 " ist da', []],
  ['ich kundige den vertrag mit dem 24" bildschirm', []],
  ['bis ende 2026", danach nicht', ['bis ende 2026']],
  ['ich kundige den vertrag', []],
])('what is quoted in: %s', (folded, quoted) => {
  expect(quotedIn(folded)).toEqual(quoted);
});
