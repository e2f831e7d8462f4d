import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '../api.ts';
import { useToast } from '../shell/toast.tsx';
import { type Asked, useAsk } from '../use-ask.ts';

interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export interface Paged<Item, Answer> extends Asked<Answer> {
  readonly items: readonly Item[];
  readonly next: string | null;
  loadMore(): Promise<void>;
}

interface PagedOptions<Item> {
  /** While more is loaded the first page may change: nothing stands there twice. */
  readonly idOf: (item: Item) => number;
  readonly everyMs?: number;
}

/** A list that comes in pages: the first one fresh, the others on request. */
export function usePaged<Item, Answer extends PageOf<Item>>(
  path: string,
  { idOf, everyMs = 0 }: PagedOptions<Item>,
): Paged<Item, Answer> {
  const { sayWrong } = useToast();
  const first = useAsk<Answer>(path, { everyMs });
  const [more, setMore] = useState<PageOf<Item>>({ items: [], next: null });
  const next = more.items.length > 0 ? more.next : (first.data?.next ?? null);
  const busy = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list starts over
  useEffect(() => setMore({ items: [], next: null }), [path]);

  const loadMore = useCallback(async () => {
    if (next === null || busy.current) return;
    busy.current = true;
    const behind = `${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(next)}`;
    await ask<Answer>(behind).then(
      (page) => setMore((last) => ({ items: [...last.items, ...page.items], next: page.next })),
      sayWrong,
    );
    busy.current = false;
  }, [path, next, sayWrong]);

  const all = new Map([...(first.data?.items ?? []), ...more.items].map((item) => [idOf(item), item]));
  return { ...first, items: [...all.values()], next, loadMore };
}
