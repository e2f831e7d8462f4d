/**
 * Whether a sentence can be quoted to a person: two real words or a long one, and mostly letters. A lone number ("4."),
 * a date line or a torn-off end of a line ("AM öfer") says nothing to a reader.
 */
export function isReadable(sentence: string): boolean {
  const words = sentence.match(/\p{L}{3,}/gu) ?? [];
  const letters = sentence.match(/\p{L}/gu)?.length ?? 0;
  const signs = sentence.match(/\S/g)?.length ?? 0;
  const several = words.length >= 2 && words.join('').length >= 9;
  const telling = several || (words.some((word) => word.length >= 8) && !/\d/.test(sentence));
  return telling && letters >= 0.6 * signs;
}
