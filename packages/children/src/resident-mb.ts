import { readFileSync } from 'node:fs';

/** Memory that a process holds, from /proc; 0 where there is none (macOS) and for a process that has ended. */
export function residentMb(pid: number): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
    return Number(kilobytes ?? 0) / 1000;
  } catch {
    return 0;
  }
}
