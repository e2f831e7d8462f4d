import { existsSync, readFileSync } from 'node:fs';
import { readdir, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Hints, StageName } from '@mailroom/pipeline';
import type { KeptProcess } from './processes.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** What a fault may strike. */
export interface Target {
  readonly world: World;
  readonly workers: readonly KeptProcess[];
  readonly feeders: readonly { kill(signal: NodeJS.Signals): void }[];
  /** A hand in the queue, for hints that nobody should have given. */
  readonly hints: Hints;
  readonly documents: number;
  readonly random: Random;
  /** Engines that were stopped for good. */
  readonly hung: Set<number>;
}

export interface Fault {
  readonly name: string;
  /** Resolves when what was taken away is back. */
  strike(target: Target): Promise<void>;
}

const stageNames: readonly StageName[] = ['ocr', 'classify', 'index', 'route'];

/** Everything that goes wrong on a bad day. Every worker process has a reconciler, which dies with it. */
export const faults: readonly Fault[] = [
  {
    name: 'a worker and its reconciler are killed',
    strike: async ({ workers, random }) => random.pick(workers).kill('SIGKILL'),
  },
  {
    name: 'a worker is asked to stop',
    strike: async ({ workers, random }) => random.pick(workers).kill('SIGTERM'),
  },
  {
    name: 'all workers are killed at once',
    strike: async ({ workers }) => {
      for (const worker of workers) worker.kill('SIGKILL');
    },
  },
  {
    name: 'a worker stands still until its locks are gone, then goes on',
    async strike({ workers, random }) {
      const worker = random.pick(workers);
      worker.kill('SIGSTOP');
      await setTimeout(12_000);
      worker.kill('SIGCONT');
    },
  },
  {
    name: 'the process that opens documents hangs for a while',
    async strike({ workers, random }) {
      const children = childrenOf(random.pick(workers).pid(), opener);
      for (const pid of children) signal(pid, 'SIGSTOP');
      await setTimeout(5000);
      for (const pid of children) signal(pid, 'SIGCONT');
    },
  },
  {
    name: 'the process that opens documents is killed',
    async strike({ workers, random }) {
      for (const pid of childrenOf(random.pick(workers).pid(), opener)) signal(pid, 'SIGKILL');
    },
  },
  {
    // For good: the page waits until its time is over, and is read by a fresh engine.
    name: 'the OCR engine hangs',
    async strike({ workers, random, hung }) {
      for (const pid of childrenOf(random.pick(workers).pid(), engine)) {
        signal(pid, 'SIGSTOP');
        hung.add(pid);
      }
    },
  },
  {
    name: 'the temporary folder is full',
    async strike({ world }) {
      const files = await pageFiles(world.temporary);
      for (const file of files) await fill(file);
      await setTimeout(5000);
      for (const file of files) await rm(file, { force: true });
    },
  },
  {
    name: 'an intake is killed',
    strike: async ({ feeders, random }) => random.pick(feeders).kill('SIGKILL'),
  },
  { name: 'Redis is flushed', strike: ({ world }) => world.redis.flush() },
  {
    name: 'Redis crashes and comes back empty',
    strike: ({ world, random }) =>
      world.redis.restart({ keepData: false, awayMs: random.whole(200, 3000), signal: 'SIGKILL' }),
  },
  {
    name: 'Redis restarts with its data',
    strike: ({ world, random }) => world.redis.restart({ keepData: true, awayMs: random.whole(200, 1000) }),
  },
  {
    name: 'PostgreSQL restarts',
    strike: ({ world, random }) =>
      world.postgres.restart({ awayMs: random.whole(200, 2000), signal: 'SIGINT' }),
  },
  {
    name: 'PostgreSQL crashes and recovers',
    strike: ({ world, random }) =>
      world.postgres.restart({ awayMs: random.whole(200, 2000), signal: 'SIGQUIT' }),
  },
  { name: 'S3 goes away', strike: ({ world, random }) => world.s3.interrupt(random.whole(1000, 5000)) },
  {
    name: 'hints are doubled, delayed and for the wrong stage',
    async strike({ hints, documents, random }) {
      for (const stage of stageNames) {
        const ids = Array.from({ length: 50 }, () => random.whole(1, documents * 2));
        await hints.give(
          stage,
          ids.map((documentId) => ({ documentId, priority: random.whole(1, 100) })),
        );
      }
    },
  },
];

/** An engine that stands still does not notice that its worker was killed. */
export function endHung({ hung }: Target): void {
  for (const pid of hung) if (runs(pid, engine)) signal(pid, 'SIGKILL');
}

const opener = 'opener/child.ts';
const engine = 'engines/canned-process-child.ts';

/** The child processes of `pid` that run `program`. */
function childrenOf(pid: number, program: string): readonly number[] {
  const children = readIfThere(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean);
  return children.map(Number).filter((child) => runs(child, program));
}

function runs(pid: number, program: string): boolean {
  return readIfThere(`/proc/${pid}/cmdline`).includes(program);
}

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Where the workers leave the page that is read next. */
async function pageFiles(temporary: string): Promise<readonly string[]> {
  const folders = await readdir(temporary);
  return folders
    .filter((name) => name.startsWith('mailroom-ocr-'))
    .map((name) => join(temporary, name, 'clean-0.tif'));
}

/** From now on whoever writes into it is told ENOSPC. A full disk could not be had without being root. */
async function fill(file: string): Promise<void> {
  // A folder that goes with its worker in this moment is not to be filled.
  await symlink('/dev/full', `${file}.full`).catch(() => undefined);
  await rename(`${file}.full`, file).catch(() => undefined);
}

/** A process that has ended in the meantime has its fault behind it. */
function signal(pid: number, name: NodeJS.Signals): void {
  if (existsSync(`/proc/${pid}`)) process.kill(pid, name);
}
