import { join } from 'node:path';
import { residentMb } from '@mailroom/children';
import { closedError } from '../cleaning/create-cleaner.ts';
import type { Engine } from './engine.ts';

export interface PoolOptions {
  readonly size: number;
  start(): Promise<Engine>;
  /** An engine above this is replaced after its page. */
  readonly maxRssMb: number;
  /** The places' files lie here. */
  readonly workDir: string;
}

/** A warm engine and the files that a page takes while it is read there. */
export interface EnginePlace {
  readonly engine: Engine;
  readonly cleanFile: string;
  readonly turnedFile: string;
}

/** A fixed number of places; a page waits until one is free. */
export interface Pool {
  /** @throws TemporaryError once closed; and whatever `work` throws */
  use<Result>(work: (place: EnginePlace) => Promise<Result>): Promise<Result>;
  /** The engines that are alive now. */
  pids(): readonly number[];
  close(): Promise<void>;
}

interface Place {
  readonly cleanFile: string;
  readonly turnedFile: string;
  /** None before the first page and after a failure or recycling: the next page starts one. */
  engine: Engine | undefined;
}

/** Waits until every engine is warm, so that a wrong setup fails here. */
export async function createPool(options: PoolOptions): Promise<Pool> {
  const places = Array.from({ length: options.size }, (_, index): Place => {
    const fileOf = (name: string) => join(options.workDir, `${name}-${index}.tif`);
    return { cleanFile: fileOf('clean'), turnedFile: fileOf('turned'), engine: undefined };
  });
  const line = createLine(places);
  let closed = false;

  async function warm(place: Place): Promise<EnginePlace> {
    if (closed) throw closedError();
    if (!place.engine?.alive) place.engine = await options.start();
    return { ...place, engine: place.engine };
  }
  const endAll = () => Promise.all(places.map((place) => place.engine?.end()));
  async function close(): Promise<void> {
    closed = true;
    await endAll();
    // Whoever still holds a place has learned by now that its engine is gone.
    await Promise.all(places.map(() => line.take()));
    await endAll();
  }
  const started = await Promise.allSettled(places.map(warm));
  const failed = started.find((outcome) => outcome.status === 'rejected');
  if (failed) {
    await close();
    throw failed.reason;
  }
  return {
    async use(work) {
      const place = await line.take();
      try {
        const ready = await warm(place);
        const result = await work(ready);
        if (residentMb(ready.engine.pid) > options.maxRssMb) await ready.engine.end();
        return result;
      } finally {
        line.give(place);
      }
    },
    pids: () => places.flatMap(({ engine }) => (engine?.alive ? [engine.pid] : [])),
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
