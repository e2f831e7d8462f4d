import { serveParent } from '@mailroom/children';
import type { FaultName } from './faults.ts';
import type { TsvAnswer } from './tesseract-js.ts';

/* The program of an engine that fails: started by startFault. */

const faults: Record<FaultName, () => TsvAnswer> = {
  crash: () => {
    process.kill(process.pid, 'SIGSEGV');
    return { tsv: '' };
  },
  /** Blocks the event loop: only SIGKILL from outside helps. */
  hang: () => {
    for (;;) Math.random();
  },
  'out-of-memory': () => {
    const hoard: number[][] = [];
    for (;;) hoard.push(Array.from({ length: 100_000 }, Math.random));
  },
  /** A word whose box is not a number. */
  garbage: () => ({ tsv: '4\t1\t1\t1\t1\n5\t1\t1\t1\t1\t1\tNaN\t0\t-1\t\u0000\t7\tword' }),
};

const name = process.argv[2] as FaultName; // given by startFault alone
serveParent(async () => faults[name]());
process.send?.({ tsv: '' } satisfies TsvAnswer);
