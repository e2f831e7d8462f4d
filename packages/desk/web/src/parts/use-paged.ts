import { useCallback, useEffect, useState } from 'react';
import { ask } from '../api.ts';
import { useAsk } from '../use-ask.ts';

interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** A list that comes in pages: the first one fresh, the others on request. */
export function usePaged<Item, Answer extends PageOf<Item>>(path: string, { everyMs = 0 } = {}) {
  const first = useAsk<Answer>(path, { everyMs });
  const [more, setMore] = useState<PageOf<Item>>({ items: [], next: null });
  const next = more.items.length > 0 ? more.next : (first.data?.next ?? null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list starts over
  useEffect(() => setMore({ items: [], next: null }), [path]);

  const loadMore = useCallback(async () => {
    if (next === null) return;
    const page = await ask<Answer>(
      `${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(next)}`,
    );
    setMore((last) => ({ items: [...last.items, ...page.items], next: page.next }));
  }, [path, next]);

  return { ...first, items: [...(first.data?.items ?? []), ...more.items], next, loadMore };
}
