import type { EngineLine } from './engines/engine.ts';

/** Strokes of signatures, edges of stamps, dirt: on 119 faxes and letters without them no text got worse and 18 better. */
const sureOfNothing = 0.4;
const fewLetters = 3;

/** The lines without those that are a letter or three of which the engine was sure of none. Digits always stay. */
export function withoutScribbles(lines: readonly EngineLine[]): EngineLine[] {
  return lines.filter(({ words }) => {
    const text = words.map((word) => word.text).join('');
    const isShort = text.replace(/\P{L}/gu, '').length <= fewLetters && !/\d/.test(text);
    return !isShort || words.some((word) => word.confidence >= sureOfNothing);
  });
}
