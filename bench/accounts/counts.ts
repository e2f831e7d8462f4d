export type Kind = 'everyday' | 'hard';

interface Count {
  wanted: number;
  given: number;
  right: number;
  readonly mistakes: string[];
}

/** By kind of letter, then by what was looked for. */
export type Counts = Readonly<Record<Kind, Map<string, Count>>>;

export const noCounts = (): Counts => ({ everyday: new Map(), hard: new Map() });

interface Outcome {
  readonly wanted: string | null;
  readonly given: string | null;
  readonly right: boolean;
  readonly mistake: string;
}

export function addCount(
  counts: Counts,
  kind: Kind,
  name: string,
  { wanted, given, right, mistake }: Outcome,
): void {
  const count = counts[kind].get(name) ?? { wanted: 0, given: 0, right: 0, mistakes: [] };
  counts[kind].set(name, count);
  if (wanted !== null) count.wanted += 1;
  if (given !== null) count.given += 1;
  if (right && given !== null) count.right += 1;
  else if (wanted !== given) count.mistakes.push(mistake);
}

/** Precision: of what was given, the share that is right; recall: of what the letters hold, the share that was given rightly. */
export function printCounts(title: string, counts: Counts, tell: (sentence: string) => void): void {
  for (const kind of ['everyday', 'hard'] as const) {
    tell(`\n${title}, ${kind}${'precision'.padStart(24)}    recall   letters`);
    const sorted = [...counts[kind]].sort(([one], [other]) => order(one) - order(other));
    for (const [name, { wanted, given, right }] of [...sorted, ['all fields', sum(sorted)] as const]) {
      tell(
        `  ${name.padEnd(20)}${percent(right, given)}${percent(right, wanted)}${String(wanted).padStart(10)}`,
      );
    }
    for (const [name, { mistakes }] of sorted.sort(
      ([, one], [, other]) => other.mistakes.length - one.mistakes.length,
    )) {
      if (mistakes.length === 0) continue;
      tell(`  ${mistakes.length} mistakes in ${name}`);
      for (const mistake of mistakes) tell(`    ${mistake}`);
    }
  }
}

const order = (name: string): number => (name === 'account' ? 0 : 1);

function sum(counts: readonly (readonly [string, Count])[]): Count {
  const fields = counts.filter(([name]) => name !== 'account').map(([, count]) => count);
  const total = (part: 'wanted' | 'given' | 'right') => fields.reduce((all, count) => all + count[part], 0);
  return { wanted: total('wanted'), given: total('given'), right: total('right'), mistakes: [] };
}

const percent = (part: number, whole: number): string =>
  (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`).padStart(12);
