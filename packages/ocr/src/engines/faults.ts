import type { Engine, EngineLine } from './engine.ts';

const faultNames = ['crash', 'hang', 'out-of-memory', 'garbage'] as const;
export type FaultName = (typeof faultNames)[number];

export function isFaultName(name: string): name is FaultName {
  return (faultNames as readonly string[]).includes(name);
}

/** Engines that fail on purpose, each in one way, so that the pool is tested on what really happens. */
export function startFault(name: FaultName): Engine {
  return { recognise: faults[name], foreignRss: () => 0, close: async () => undefined };
}

const faults: Record<FaultName, () => Promise<readonly EngineLine[]>> = {
  crash: async () => {
    process.kill(process.pid, 'SIGSEGV');
    return [];
  },
  /** Blocks the event loop: only SIGKILL from outside helps. */
  hang: async () => {
    for (;;) Math.random();
  },
  'out-of-memory': async () => {
    const hoard: number[][] = [];
    for (;;) hoard.push(Array.from({ length: 100_000 }, Math.random));
  },
  /** A word whose box is not a number and whose text is empty: it breaks what a page promises. */
  garbage: async () => [
    { block: 0, words: [{ text: '', x: Number.NaN, y: 0, width: -1, height: 0, confidence: 7 }] },
  ],
};
