import { TemporaryError } from '@mailroom/core';
import { countInWork, type Database } from '@mailroom/database';

/** Whether the mailroom has room for more. */
export interface Room {
  /** @throws TemporaryError when too many documents wait: whoever brings more keeps it and comes again */
  require(): Promise<void>;
}

const askedEveryMs = 1000;

/** The database says how many wait; asked at most once a second, however much comes in. */
export function openRoom(database: Database, most: number): Room {
  let answer = { at: 0, waiting: Promise.resolve(0) };
  return {
    async require() {
      if (Date.now() - answer.at > askedEveryMs) answer = { at: Date.now(), waiting: countInWork(database) };
      if ((await answer.waiting) >= most) throw full(most);
    },
  };
}

function full(most: number): TemporaryError {
  return new TemporaryError(
    'intake-full',
    `${most} documents wait for work, so none is taken in. Start more workers ("mailroom work") or wait.`,
  );
}
