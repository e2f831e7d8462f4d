/** Every number that differs in one substituted digit or in two swapped neighbours: about 100 for ten digits. */
export function nearNumbers(number: string): readonly string[] {
  const near = new Set<string>();
  for (let at = 0; at < number.length; at += 1) {
    const [before, sign, after] = [number.slice(0, at), number.charAt(at), number.slice(at + 1)];
    if (/\d/.test(sign)) for (const digit of '0123456789') near.add(before + digit + after);
    near.add(before + after.charAt(0) + sign + after.slice(1));
  }
  near.delete(number);
  return [...near];
}
