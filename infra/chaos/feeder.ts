import type { ChildProcess } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { type ProcessOptions, runMailroom } from './processes.ts';

/** `mailroom backfill` on one folder, run again until it has taken in every file and all are settled. */
export interface Feeder {
  kill(signal: NodeJS.Signals): void;
  /** How often it was run. Rejects when it does not come to an end in time. */
  readonly finished: Promise<number>;
}

export function feed(folder: string, report: string, options: ProcessOptions, deadlineMs: number): Feeder {
  let child: ChildProcess | undefined;
  const until = Date.now() + deadlineMs;

  async function run(): Promise<number> {
    for (let runs = 1; ; runs += 1) {
      const { code, output } = await runMailroom(['backfill', folder, '--report', report], options, (one) => {
        child = one;
      });
      if (code === 0 && /\b0 not taken in/.test(output)) return runs;
      if (Date.now() > until) throw new Error(`The intake of ${folder} does not end: ${output.slice(-2000)}`);
      await setTimeout(500);
    }
  }

  return { kill: (signal) => void child?.kill(signal), finished: run() };
}
