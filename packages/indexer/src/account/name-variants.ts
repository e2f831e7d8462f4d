/** What OCR wrote (first) where the name has the second; both folded. */
const misread: readonly (readonly [string, string])[] = [
  ['ii', 'ue'],
  ['u', 'ue'],
  ['o', 'oe'],
  ['a', 'ae'],
  ['b', 'ss'],
  ['8', 'ss'],
  ['rn', 'm'],
  ['m', 'rn'],
  ['1', 'l'],
  ['l', 'i'],
  ['i', 'l'],
  ['0', 'o'],
  ['5', 's'],
  ['c', 'e'],
  ['h', 'b'],
  ['t', 'f'],
  ['f', 't'],
  ['u', 'n'],
  ['n', 'u'],
  ['cl', 'd'],
];

/** The names that OCR might have read as this one, each with one mistake mended: "kriiger" gives "krueger". */
export function nameVariants(folded: string): readonly string[] {
  const variants = new Set<string>();
  for (const [read, meant] of misread) {
    for (let at = folded.indexOf(read); at >= 0; at = folded.indexOf(read, at + 1)) {
      variants.add(folded.slice(0, at) + meant + folded.slice(at + read.length));
    }
  }
  variants.delete(folded);
  return [...variants];
}
