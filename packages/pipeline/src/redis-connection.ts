import { Redis } from 'ioredis';

/**
 * Two connections to one Redis. Who gives hints must not wait for a Redis that is away: commands fail at once.
 * Who takes them waits for as long as it takes. Both come back within two seconds of the server.
 */
export function connectRedis(
  url: string,
  onError: (error: Error) => void,
): { giving: Redis; taking: Redis; close(): void } {
  const retryStrategy = (times: number) => Math.min(100 * times, 2000);
  const open = (options: FailingOptions): Redis => {
    const redis = new Redis(url, { ...options, retryStrategy });
    redis.on('error', onError);
    return redis;
  };
  const giving = open({ enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 10_000 });
  const taking = open({ maxRetriesPerRequest: null });
  return {
    giving,
    taking,
    close() {
      giving.disconnect();
      taking.disconnect();
    },
  };
}

/** What to do with commands while the server is away. */
interface FailingOptions {
  readonly maxRetriesPerRequest: number | null;
  readonly enableOfflineQueue?: boolean;
  readonly commandTimeout?: number;
}
