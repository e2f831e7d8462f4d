import { rmSync } from 'node:fs';
import { BadDocumentError, messageOf } from '@mailroom/core';
import sharp from 'sharp';
import type { Engine } from '../engines/engine.ts';
import { startEngine } from '../engines/start-engine.ts';
import { readPage } from '../read-page.ts';
import type { Answer, ChildSettings, PageRequest } from './protocol.ts';

/*
 * The program of a reading child: one warm engine, one page at a time, started by start-child.ts.
 * It dies with its parent: a closed channel ends it, whatever it is doing.
 */

const settings = JSON.parse(process.argv[2] ?? '{}') as ChildSettings; // written by start-child.ts alone
const memoryCheckMs = 250;

sharp.cache(false);
// The pool has a process for every core.
sharp.concurrency(1);

process.on('disconnect', () => {
  // Nobody is left to remove it.
  rmSync(settings.workDir, { recursive: true, force: true });
  process.exit(0);
});

try {
  serve(await startEngine(settings));
} catch (error) {
  reply({ kind: 'failed', message: messageOf(error) });
}

function serve(engine: Engine): void {
  process.on('exit', () => void engine.close());
  setInterval(() => {
    if (rssMb(engine) > settings.hardRssMb) process.exit(1);
  }, memoryCheckMs).unref();
  process.on('message', (request: PageRequest) => {
    void answer(request, engine).then((answered) => {
      reply(answered);
      // Pixels lie outside of the heap, so the collector does not see how much they are: a tenth less memory.
      globalThis.gc?.();
    });
  });
  reply({ kind: 'ready' });
}

async function answer({ page }: PageRequest, engine: Engine): Promise<Answer> {
  try {
    const read = await readPage(page, engine);
    return { kind: 'read', page: read, rssMb: rssMb(engine) };
  } catch (error) {
    if (!(error instanceof BadDocumentError)) return { kind: 'failed', message: messageOf(error) };
    return { kind: 'bad', code: error.code, message: error.message, state: error.state };
  }
}

function rssMb(engine: Engine): number {
  return (process.memoryUsage.rss() + engine.foreignRss()) / 1e6;
}

function reply(answer: Answer): void {
  process.send?.(answer);
}
