import { readdirSync, readFileSync } from 'node:fs';

/** Samples this process and all below it while something runs; proportional set size, so shared pages count once. */
export async function watchMemory<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; peakMb: number }> {
  let peakMb = 0;
  const timer = setInterval(() => {
    peakMb = Math.max(peakMb, treeMb(process.pid));
  }, 300);
  try {
    return { result: await work(), peakMb: Math.max(peakMb, treeMb(process.pid)) };
  } finally {
    clearInterval(timer);
  }
}

function treeMb(root: number): number {
  const parents = readParents();
  let total = 0;
  for (const pid of parents.keys()) if (isBelow(pid, root, parents)) total += proportionalKb(pid);
  return total / 1024;
}

/** Linux only: 0 elsewhere. */
function readParents(): Map<number, number> {
  const parents = new Map<number, number>();
  for (const entry of listProcesses()) {
    const stat = read(`/proc/${entry}/stat`);
    // The name may hold spaces and brackets; what follows the last bracket is regular.
    const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    if (parent !== undefined) parents.set(Number(entry), Number(parent));
  }
  return parents;
}

function listProcesses(): string[] {
  return process.platform === 'linux' ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
}

function isBelow(pid: number, root: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at)) {
    if (at === root) return true;
  }
  return false;
}

function proportionalKb(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process has ended since it was listed.
    return '';
  }
}
