import { expect, it } from 'vitest';
import { seededRandom } from '../learn/random.ts';
import { addNoise } from './add-noise.ts';

const text = 'Hiermit kündige ich den Vertrag über „Komfort M“ zum nächstmöglichen Termin.';

it('noise spoils the text the same way from the same seed', () => {
  const spoilt = addNoise(text, 0.05, seededRandom(7)).text;
  expect(spoilt).toBe(addNoise(text, 0.05, seededRandom(7)).text);
  expect(spoilt).not.toBe(text);
});

it('noise keeps track of where the words went', () => {
  const { text: spoilt, offsets } = addNoise(text, 0.02, seededRandom(3));
  expect(offsets[text.length]).toBe(spoilt.length);
  expect([...offsets].every((offset, index) => index === 0 || offset >= (offsets[index - 1] ?? 0))).toBe(
    true,
  );
});

it('no strength, no noise', () => {
  expect(addNoise(text, 0, seededRandom(1)).text).toBe(text);
});
