import type { Configuration } from '../configuration.ts';
import { openMailroom, type WorkOptions } from '../mailroom.ts';
import { untilStopped } from '../until-stopped.ts';

/** A worker process: takes hints until SIGTERM or SIGINT, then finishes what it has in hand. */
export async function work(configuration: Configuration, { stage, concurrency }: WorkOptions): Promise<void> {
  await using mailroom = await openMailroom(configuration);
  await using _working = await mailroom.startWorking({ stage, concurrency });
  process.stderr.write(`Working on ${stage ?? 'all stages'}. Stop with Ctrl-C.\n`);
  await untilStopped();
}
