import { afterEach, expect, test } from 'vitest';
import type { Child } from './conversation.ts';
import { startProgram } from './start-program.ts';

let child: Child<string, string> | undefined;
afterEach(() => child?.end());

/** `cat` and its like answer each line with a line. */
function start(command: string, args: readonly string[], memoryLimitMb?: number): Child<string, string> {
  child = startProgram({
    command,
    args,
    take(output) {
      const end = output.indexOf('\n');
      return end < 0 ? undefined : { answer: output.slice(0, end), rest: output.slice(end + 1) };
    },
    ...(memoryLimitMb === undefined ? {} : { memoryLimitMb }),
  });
  return child;
}

test('a program answers one request after the other', async () => {
  const cat = start('cat', []);
  expect(await cat.ask('eins\n', 10_000)).toBe('eins');
  expect(await cat.ask('zwei\n', 10_000)).toBe('zwei');
  expect(cat.alive).toBe(true);
});

test('one that is not installed, ends or hangs is a failure that says so, and nothing is left of it', async () => {
  // EACCES where the PATH holds a folder that this user may not enter.
  await expect(start('no-such-program', []).ask('x\n', 10_000)).rejects.toThrow(/ENOENT|EACCES/);
  const complaining = start('sh', ['-c', 'echo broken >&2; exit 3']);
  await expect(complaining.ask(undefined, 10_000)).rejects.toThrow('the process ended (3) broken');
  const hanging = start('sleep', ['1000']);
  await expect(hanging.ask('x\n', 200)).rejects.toMatchObject({ kind: 'timeout' });
  expect([complaining.alive, hanging.alive]).toEqual([false, false]);
});

test('one that takes too much memory is killed', async () => {
  const greedy = start(
    process.execPath,
    ['-e', 'globalThis.a = Buffer.alloc(3e8, 1); setInterval(() => 0, 1e6)'],
    200,
  );
  await expect(greedy.ask(undefined, 60_000)).rejects.toThrow('it took more than 200 MB of memory');
});
