import { expect, test } from 'vitest';
import { program } from './program.ts';

const read = (name: string, ...args: string[]) => {
  const command = program().commands.find((one) => one.name() === name);
  command
    ?.exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .parseOptions(args);
  return command?.opts();
};

test('numbers are read as they are written, and nothing else passes for one', () => {
  expect(read('search', '--limit', '10')).toEqual({ limit: 10 });
  expect(read('search')).toEqual({ limit: 20 });
  expect(read('work', '--concurrency', '4')).toEqual({ concurrency: 4 });
  for (const wrong of ['0', '-1', '2.5', 'two', ''])
    expect(() => read('backfill', '--per-minute', wrong), wrong).toThrow('Give a whole number from 1.');
});
