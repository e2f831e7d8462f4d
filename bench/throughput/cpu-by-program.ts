import { readdirSync, readFileSync } from 'node:fs';

/** CPU seconds that what runs below the given processes uses from now on, by kind of program. Linux only. */
export interface CpuWatch {
  /** Stops watching; seconds by kind, and the largest resident memory of one process of the kind in MB. */
  stop(): ReadonlyMap<string, { readonly seconds: number; readonly peakMb: number }>;
}

const ticksPerSecond = 100; // USER_HZ, which Linux never changed
const pageBytes = 4096;

/** Looks three times a second, since a process that has ended tells nothing any more; looking costs time itself. */
export function watchCpu(roots: () => readonly number[]): CpuWatch {
  const before = new Map(descendants(roots()).map(({ pid, seconds }) => [pid, seconds]));
  const seen = new Map<number, { kind: string; seconds: number; peakMb: number }>();
  function look(): void {
    for (const one of descendants(roots())) {
      const seconds = one.seconds - (before.get(one.pid) ?? 0);
      seen.set(one.pid, { ...one, seconds, peakMb: Math.max(one.mb, seen.get(one.pid)?.peakMb ?? 0) });
    }
  }
  const timer = setInterval(look, 300);
  return {
    stop() {
      look();
      clearInterval(timer);
      const sums = new Map<string, { seconds: number; peakMb: number }>();
      for (const { kind, seconds, peakMb } of seen.values()) {
        const sum = sums.get(kind) ?? { seconds: 0, peakMb: 0 };
        sums.set(kind, { seconds: sum.seconds + seconds, peakMb: Math.max(sum.peakMb, peakMb) });
      }
      return sums;
    },
  };
}

interface Seen {
  readonly pid: number;
  readonly kind: string;
  readonly seconds: number;
  readonly mb: number;
}

function descendants(roots: readonly number[]): readonly Seen[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? []);
  const wanted = new Set(roots);
  for (let grew = true; grew; ) {
    const children = all.filter(({ pid, parent }) => wanted.has(parent) && !wanted.has(pid));
    for (const { pid } of children) wanted.add(pid);
    grew = children.length > 0;
  }
  return all.filter(({ pid }) => wanted.has(pid));
}

function readProcess(pid: number): (Seen & { parent: number }) | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0, user = 0, system = 0, pages = 0] = [fields[1], fields[11], fields[12], fields[21]];
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    if (command[0] === '') return undefined; // ended, and its parent has not looked yet
    const mb = (pages * pageBytes) / 1e6;
    return { pid, parent, kind: kindOf(command), seconds: (user + system) / ticksPerSecond, mb };
  } catch {
    return undefined; // it has just ended
  }
}

/** By the program and the file that Node runs, not by what else stands on the command line. */
function kindOf(command: readonly string[]): string {
  const program = command.slice(0, command[0] === 'setpriv' ? 6 : 3).join(' ');
  if (program.includes('cli/src/main')) return 'mailroom process';
  if (command[0]?.endsWith('/node') && command.some((word) => word.includes('/child.ts')))
    return 'opening documents';
  if (/^(\S*\/)?postgres\b/.test(program)) return 'PostgreSQL';
  if (program.includes('redis-server')) return 'Redis';
  return 'the bench itself';
}
