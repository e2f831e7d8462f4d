import { TemporaryError } from './errors.ts';

/**
 * Work that costs little more for several items than for one: what is asked for while a call is under way goes into
 * the next one together. `work` gives a result for each item, in order, or fails for all of them; a group that fails
 * is tried one by one, so that no item fails because of another. Where something is away, it is so for all.
 */
export function gather<Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  let waiting: Asked<Item, Result>[] = [];
  let underWay = false;

  async function workOff(): Promise<void> {
    underWay = true;
    for (let group = take(); group.length > 0; group = take()) await answer(group, work);
    underWay = false;
  }

  function take(): readonly Asked<Item, Result>[] {
    const group = waiting.slice(0, most);
    waiting = waiting.slice(most);
    return group;
  }

  return (item) => {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    waiting.push({ item, resolve, reject });
    if (!underWay) void workOff();
    return promise;
  };
}

/** More gains nothing, and the last would wait for the first. */
const most = 50;

interface Asked<Item, Result> {
  readonly item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/** Never fails: whoever asked learns of it. */
async function answer<Item, Result>(
  group: readonly Asked<Item, Result>[],
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
): Promise<void> {
  try {
    const results = await work(group.map(({ item }) => item));
    if (results.length !== group.length)
      throw new RangeError(`${results.length} results for ${group.length}`);
    for (const [index, { resolve }] of group.entries()) resolve(results[index] as Result); // as many as asked
  } catch (error) {
    if (group.length > 1 && !(error instanceof TemporaryError))
      for (const one of group) await answer([one], work);
    else for (const { reject } of group) reject(error);
  }
}
