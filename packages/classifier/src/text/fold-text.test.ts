import { expect, it } from 'vitest';
import { foldText, maskValues } from './fold-text.ts';

it('one word is one word however its umlauts were typed or read', () => {
  const spellings = ['Kündigung', 'Kuendigung', 'KÜNDIGUNG', 'Kundigung'];
  expect(new Set(spellings.map(foldText))).toEqual(new Set(['kundigung']));
  expect(new Set(['Straße', 'Strasse', 'StraBe'].map(foldText))).toEqual(new Set(['strasse']));
});

it('values become one word each', () => {
  const masked = maskValues(
    foldText('Am 3. Mai 49,90 Euro von DE12 3456 7890 1234 5678 90, Tel. 0171 2345678'),
  );
  expect(masked.replace(/\s+/g, ' ')).toBe('am zzdatum zzbetrag von zziban , tel. zztelefon ');
});
