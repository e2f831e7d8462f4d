import { useCallback, useEffect, useState } from 'react';
import { ask, Refusal } from './api.ts';

export interface Asked<Answer> {
  /** The last answer for this path, perhaps a moment old while the next is on its way. */
  readonly data: Answer | undefined;
  readonly refusal: Refusal | undefined;
  reload(): void;
}

/** Answers by path: going back to a view shows it at once. Forgotten at sign-out, when the page reloads. */
const kept = new Map<string, unknown>();

/** Asks the API for `path` now, at every change of it, and every `everyMs`. */
export function useAsk<Answer>(path: string | null, { everyMs = 0 } = {}): Asked<Answer> {
  const [state, setState] = useState<{ path: string | null; data?: Answer; refusal?: Refusal }>({ path });
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((last) => last + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again
  useEffect(() => {
    if (path === null) return;
    const stop = new AbortController();
    ask<Answer>(path, stop.signal).then(
      (data) => {
        kept.set(path, data);
        setState({ path, data });
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        const refusal = error instanceof Refusal ? error : new Refusal(0, 'away', '');
        setState({ path, refusal });
      },
    );
    return () => stop.abort();
  }, [path, round]);

  useEffect(() => {
    if (everyMs === 0) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && reload(), everyMs);
    return () => clearInterval(timer);
  }, [everyMs, reload]);

  const current = state.path === path ? state : undefined;
  const known = path === null ? undefined : (kept.get(path) as Answer | undefined); // put there under this path
  return { data: current?.data ?? known, refusal: current?.refusal, reload };
}
