/** Splits authors into groups of about equal numbers of letters; the same letters give the same groups. */
export function foldAuthors(authorOfEach: readonly string[], folds: number): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const author of authorOfEach) sizes.set(author, (sizes.get(author) ?? 0) + 1);
  const load = new Array<number>(Math.max(1, Math.min(folds, sizes.size))).fill(0);
  const foldOf = new Map<string, number>();
  const bySize = [...sizes].sort(([a, x], [b, y]) => y - x || a.localeCompare(b));
  for (const [author, size] of bySize) {
    const lightest = load.indexOf(Math.min(...load));
    foldOf.set(author, lightest);
    load[lightest] = (load[lightest] ?? 0) + size;
  }
  return foldOf;
}
