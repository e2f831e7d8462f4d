import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';

/** The program behind `mailroom`. */
export const mailroomProgram = join(
  dirname(dirname(import.meta.dirname)),
  'packages',
  'cli',
  'src',
  'main.ts',
);

/** Runs the mailroom command in a home of its own; throws when it fails. */
export function mailroom(home: string, args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [mailroomProgram, ...args], {
    env: { ...process.env, MAILROOM_HOME: home },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`mailroom ${args[0]} ended with ${status}`);
}
