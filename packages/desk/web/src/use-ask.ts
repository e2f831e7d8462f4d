import { useCallback, useEffect, useState } from 'react';
import { ask, Refusal } from './api.ts';

export interface Asked<Answer> {
  /** The last answer for this path, perhaps a moment old while the next is on its way. */
  readonly data: Answer | undefined;
  readonly refusal: Refusal | undefined;
  reload(): void;
}

/** Answers by path: going back to a view shows it at once. The next person at this machine sees none of them. */
const kept = new Map<string, unknown>();
addEventListener('mailroom-signed-out', () => kept.clear());

function keep(path: string, data: unknown): void {
  kept.delete(path);
  kept.set(path, data);
  const [oldest] = kept.keys();
  if (kept.size > 100 && oldest !== undefined) kept.delete(oldest);
}

const retryMs = 4000;

/** Asks the API for `path` now, at every change of it, and every `everyMs`. */
export function useAsk<Answer>(path: string | null, { everyMs = 0 } = {}): Asked<Answer> {
  const [state, setState] = useState<{ path: string | null; data?: Answer; refusal?: Refusal }>({ path });
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((last) => last + 1), []);

  useEffect(() => {
    if (path === null) return;
    const stop = new AbortController();
    let again = 0;
    ask<Answer>(path, { signal: stop.signal, byItself: round > 0 }).then(
      (data) => {
        keep(path, data);
        setState({ path, data });
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        const refusal = error instanceof Refusal ? error : new Refusal(0, 'away', '');
        setState({ path, refusal });
        // What is away comes back; what was refused is refused.
        if (refusal.status === 0 || refusal.status >= 502) again = window.setTimeout(reload, retryMs);
      },
    );
    return () => {
      stop.abort();
      clearTimeout(again);
    };
  }, [path, round, reload]);

  useEffect(() => {
    if (everyMs === 0) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && reload(), everyMs);
    return () => clearInterval(timer);
  }, [everyMs, reload]);

  const current = state.path === path ? state : undefined;
  const known = path === null ? undefined : (kept.get(path) as Answer | undefined); // put there under this path
  return { data: current?.data ?? known, refusal: current?.refusal, reload };
}
