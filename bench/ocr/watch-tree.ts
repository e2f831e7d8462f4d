import { readdirSync, readFileSync } from 'node:fs';

export interface Watched<Result> {
  readonly result: Result;
  readonly seconds: number;
  /** Of all processes below this one, user and system; unlike the clock it hardly minds what else the machine does. */
  readonly cpuSeconds: number;
  /** Proportional set size, so that shared pages count once; sampled. 0 where there is no /proc. */
  readonly peakMb: number;
}

const sampleMs = 200;

/** Runs something and measures all processes below this one meanwhile; this one is left out. */
export async function watchTree<Result>(work: () => Promise<Result>): Promise<Watched<Result>> {
  const cpuBefore = cpuSecondsBelow(process.pid);
  const startedAt = performance.now();
  let peakMb = 0;
  const sample = () => {
    peakMb = Math.max(peakMb, memoryBelow(process.pid));
  };
  const timer = setInterval(sample, sampleMs);
  try {
    const result = await work();
    const seconds = (performance.now() - startedAt) / 1000;
    sample();
    return { result, seconds, cpuSeconds: cpuSecondsBelow(process.pid) - cpuBefore, peakMb };
  } finally {
    clearInterval(timer);
  }
}

function memoryBelow(root: number): number {
  return sum(below(root).map(({ pid }) => proportionalMb(pid)));
}

const ticksPerSecond = 100;

/** Living processes with what their ended children took, and our own ended children. */
function cpuSecondsBelow(root: number): number {
  const own = readProcess(root);
  const ticks = sum(below(root).map(({ ownTicks, endedTicks }) => ownTicks + endedTicks));
  return (ticks + (own?.endedTicks ?? 0)) / ticksPerSecond;
}

interface ProcessStat {
  readonly pid: number;
  readonly parent: number;
  readonly ownTicks: number;
  readonly endedTicks: number;
}

function below(root: number): ProcessStat[] {
  const all = new Map(
    listProcesses()
      .flatMap((pid) => readProcess(pid) ?? [])
      .map((one) => [one.pid, one]),
  );
  const isBelow = ({ parent }: ProcessStat): boolean => {
    for (let at = parent; at > 1; at = all.get(at)?.parent ?? 0) if (at === root) return true;
    return false;
  };
  return [...all.values()].filter(isBelow);
}

function listProcesses(): number[] {
  return process.platform === 'linux' ? readdirSync('/proc').map(Number).filter(Number.isInteger) : [];
}

function readProcess(pid: number): ProcessStat | undefined {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === '') return undefined;
  // The name may hold spaces and brackets; what follows the last bracket is regular: see proc(5).
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const at = (index: number) => fields[index] ?? 0;
  return { pid, parent: at(1), ownTicks: at(11) + at(12), endedTicks: at(13) + at(14) };
}

function proportionalMb(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1000;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process has ended since it was listed.
    return '';
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
