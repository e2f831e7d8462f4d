import { expect, it } from 'vitest';
import { isReadable } from './is-readable.ts';

it('quotes sentences and not scraps', () => {
  expect(isReadable('Ich möchte kündigen.')).toBe(true);
  expect(isReadable('der vertag is hiermt gekündgt')).toBe(true);
  expect(isReadable('Kündigung')).toBe(true);
  for (const scrap of ['4.', 'AM öfer', '2. November', '0171 5550143', '- 12,90 € / 3', ''])
    expect(isReadable(scrap)).toBe(false);
});
