import { type ImagePage, TemporaryError } from '@mailroom/core';
import type { Answer } from './protocol.ts';
import type { Child } from './start-child.ts';

export interface PoolOptions {
  readonly size: number;
  start(): Promise<Child>;
  /** A child above this is replaced after its page. */
  readonly maxRssMb: number;
}

/** A fixed number of places, each with a warm child; a page waits until a place is free. */
export interface Pool {
  /** @throws ChildFailure when the child died over the page or was too slow; TemporaryError once closed */
  read(page: ImagePage, timeoutMs: number): Promise<Answer>;
  /** The children that are alive now. */
  pids(): readonly number[];
  close(): Promise<void>;
}

interface Place {
  /** None before the first page and after a failure or recycling: the next page starts one. */
  child: Child | undefined;
}

/** Waits until every child is warm, so that a wrong setup fails here. */
export async function createPool(options: PoolOptions): Promise<Pool> {
  const places: Place[] = Array.from({ length: options.size }, () => ({ child: undefined }));
  const line = createLine(places);
  let closed = false;

  const warm = async (place: Place): Promise<Child> => {
    if (closed) throw new TemporaryError('OCR_CLOSED', 'The reader was closed; the page is read later.');
    place.child ??= await options.start();
    return place.child;
  };
  const close = async (): Promise<void> => {
    closed = true;
    await Promise.all(places.map((place) => place.child?.end()));
    // Whoever still holds a place has learned by now that its child is gone.
    await Promise.all(places.map(() => line.take()));
    await Promise.all(places.map((place) => place.child?.end()));
  };
  const started = await Promise.allSettled(places.map(warm));
  const failed = started.find((outcome) => outcome.status === 'rejected');
  if (failed) {
    await close();
    throw failed.reason;
  }
  return {
    async read(page, timeoutMs) {
      const place = await line.take();
      try {
        const child = await warm(place);
        return await readWith(child, place, page, timeoutMs, options.maxRssMb);
      } finally {
        line.give(place);
      }
    },
    pids: () => places.flatMap(({ child }) => (child ? [child.pid] : [])),
    close,
  };
}

/** First come, first served. */
function createLine(places: readonly Place[]): { take(): Promise<Place>; give(place: Place): void } {
  const free = [...places];
  const waiting: ((place: Place) => void)[] = [];
  return {
    async take() {
      return free.pop() ?? (await new Promise<Place>((resolve) => waiting.push(resolve)));
    },
    give(place) {
      const next = waiting.shift();
      if (next) next(place);
      else free.push(place);
    },
  };
}

async function readWith(
  child: Child,
  place: Place,
  page: ImagePage,
  timeoutMs: number,
  maxRssMb: number,
): Promise<Answer> {
  try {
    const answer = await child.ask(page, timeoutMs);
    if (answer.kind === 'read' && answer.rssMb > maxRssMb) await retire(place);
    return answer;
  } catch (error) {
    place.child = undefined;
    throw error;
  }
}

async function retire(place: Place): Promise<void> {
  await place.child?.end();
  place.child = undefined;
}
