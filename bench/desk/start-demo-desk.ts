import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { mailroom, mailroomProgram } from '../home/mailroom.ts';

export interface DemoDesk {
  readonly url: string;
  readonly setupUrl: string;
  stop(): Promise<void>;
}

/** The demo's documents through the real pipeline, and `mailroom start` on what came of them. */
export async function startDemoDesk(): Promise<DemoDesk> {
  const home = mkdtempSync(join(tmpdir(), 'mailroom-desk-'));
  mailroom(home, ['demo']);
  const child = spawn(process.execPath, [mailroomProgram, 'start'], {
    env: { ...process.env, MAILROOM_HOME: join(home, 'demo'), MAILROOM_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const addresses = await readAddresses(child.stdout);
  return {
    ...addresses,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** What `mailroom start` says when the desk stands; it goes on talking afterwards. */
function readAddresses(output: Readable): Promise<Pick<DemoDesk, 'url' | 'setupUrl'>> {
  let said = '';
  return new Promise((resolve, reject) => {
    output.on('data', (chunk) => {
      said += String(chunk);
      const url = /desk is at (\S+)/.exec(said)?.[1];
      const setupUrl = /(\S+\/einladung#\S+)/.exec(said)?.[1];
      if (url && setupUrl) resolve({ url, setupUrl });
    });
    output.once('end', () => reject(new Error(`the desk did not start: ${said}`)));
  });
}
