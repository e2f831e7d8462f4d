import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Hints, openHints, type QueueConnection } from '../hints.ts';

/** A queue of its own for one test. */
export interface QueueUnderTest extends AsyncDisposable {
  readonly where: QueueConnection;
  /** Forgets everything, as a flush or a restart without its data does. */
  wipe(): Promise<void>;
}

const hint = (documentId: number, priority = 10) => ({ documentId, priority });

/** What hints promise, wherever the queue lives. */
export function hintsContract(name: string, open: () => Promise<QueueUnderTest>): void {
  describe(name, () => {
    async function openQueue() {
      await using stack = new AsyncDisposableStack();
      const queue = stack.use(await open());
      const hints = openHints(queue.where);
      stack.defer(() => hints.close());
      const owned = stack.move();
      return { queue, hints, [Symbol.asyncDispose]: () => owned.disposeAsync() };
    }

    test('every hint given is taken, once, and then the queue is empty', async () => {
      await using scope = await openQueue();
      await using seen = taking(scope.hints);
      await scope.hints.give('ocr', [hint(1), hint(2), hint(3)]);
      await expect.poll(() => seen.ids.toSorted()).toEqual([1, 2, 3]);
      await expect.poll(() => scope.hints.count('ocr')).toBe(0);
    });

    test('a hint given twice while it waits is one', async () => {
      await using scope = await openQueue();
      await scope.hints.give('ocr', [hint(1)]);
      await scope.hints.give('ocr', [hint(1), hint(1), hint(2)]);
      expect(await scope.hints.count('ocr')).toBe(2);
      await using seen = taking(scope.hints);
      await expect.poll(() => scope.hints.count('ocr')).toBe(0);
      expect(seen.ids).toEqual([1, 2]);
    });

    test('a stage takes its own hints only', async () => {
      await using scope = await openQueue();
      await using seen = taking(scope.hints);
      await scope.hints.give('route', [hint(7)]);
      await scope.hints.give('ocr', [hint(8)]);
      await expect.poll(() => seen.ids).toEqual([8]);
      expect(await scope.hints.count('route')).toBe(1);
    });

    test('smaller priorities go first, whenever they came', async () => {
      await using scope = await openQueue();
      await scope.hints.give('ocr', [hint(1, 100), hint(2, 100)]);
      await scope.hints.give('ocr', [hint(3, 10), hint(4, 1)]);
      await using seen = taking(scope.hints);
      await expect.poll(() => seen.ids).toEqual([4, 3, 1, 2]);
    });

    test('a hint to try again comes back when its time has come', async () => {
      await using scope = await openQueue();
      const again = Date.now() + 1500;
      await using seen = taking(scope.hints, (_, count) => (count === 1 ? new Date(again) : undefined));
      await scope.hints.give('ocr', [hint(1)]);
      await expect.poll(() => seen.ids, { timeout: 20_000 }).toEqual([1, 1]);
      expect(Date.now()).toBeGreaterThanOrEqual(again);
    });

    test('a hint whose handling fails is gone, and may be given again', async () => {
      await using scope = await openQueue();
      await using seen = taking(scope.hints, (_, count) => {
        if (count === 1) throw new Error('on fire');
        return undefined;
      });
      await scope.hints.give('ocr', [hint(1)]);
      await expect.poll(() => scope.hints.count('ocr')).toBe(0);
      await scope.hints.give('ocr', [hint(1)]);
      await expect.poll(() => seen.ids).toEqual([1, 1]);
    });

    test('hints that the queue forgot can be given again to the same takers', async () => {
      await using scope = await openQueue();
      await using seen = taking(scope.hints);
      await scope.hints.give('classify', [hint(1)]);
      await scope.queue.wipe();
      expect(await scope.hints.count('classify')).toBe(0);
      await scope.hints.give('ocr', [hint(1)]);
      await expect.poll(() => seen.ids, { timeout: 20_000 }).toEqual([1]);
    });

    test('the hint of a worker that is killed in the middle goes to another', async () => {
      await using scope = await openQueue();
      await scope.hints.give('ocr', [hint(1)]);
      const program = fileURLToPath(new URL('take-and-hang.ts', import.meta.url));
      const doomed = spawn(process.execPath, [program, JSON.stringify(scope.queue.where)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(doomed.stdout, 'data');
      doomed.kill('SIGKILL');
      await using seen = taking(scope.hints);
      await expect.poll(() => seen.ids, { timeout: 60_000 }).toEqual([1]);
    });
  });
}

/** Takes hints of `ocr` one at a time and remembers them. */
function taking(
  hints: Hints,
  handle: (id: number, count: number) => Date | undefined = () => undefined,
): AsyncDisposable & { readonly ids: number[] } {
  const ids: number[] = [];
  const taker = hints.take('ocr', 1, async (id) => {
    ids.push(id);
    return handle(id, ids.length);
  });
  return { ids, [Symbol.asyncDispose]: () => taker.close() };
}
