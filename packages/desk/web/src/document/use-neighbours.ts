import type { SearchAnswer } from '../../../src/api/search.ts';
import type { WorklistAnswer } from '../../../src/api/work.ts';
import { useKeys } from '../keys/use-keys.ts';
import { go } from '../router.tsx';
import { useAsk } from '../use-ask.ts';
import { useLabels, useWords } from '../words/use-words.tsx';

/** The list in which a document was opened, and its place there. */
export interface Neighbours {
  /** "3 of 41 in Cancellation"; empty when it was opened by itself. */
  readonly place: string;
  /** To the next document, or back to the list when there is none. */
  next(): void;
  previous(): void;
  /** To the list, or to where one was before. */
  back(): void;
}

/** A document opened in a worklist ("abteilung") or among the hits of a search ("q"): j and k lead on from it. */
export function useNeighbours(id: number, query: URLSearchParams): Neighbours {
  const { words } = useWords();
  const labels = useLabels();
  const queue = query.get('abteilung');
  const searched = query.get('q');
  const work = useAsk<WorklistAnswer>(queue === null ? null : `/queues/${encodeURIComponent(queue)}/items`);
  const hits = useAsk<SearchAnswer>(
    queue === null && searched !== null ? `/search?q=${encodeURIComponent(searched)}` : null,
  );
  const ids = [...new Set((work.data ?? hits.data)?.items.map((one) => one.documentId))];
  const at = ids.indexOf(id);
  const to = (other: number | undefined) => {
    if (other !== undefined) go(`/dokument/${other}?${query}`, { replace: true });
  };
  const back = () => {
    if (queue !== null) go(`/abteilung/${encodeURIComponent(queue)}`);
    else if (searched !== null) go(`/suche?q=${encodeURIComponent(searched)}`);
    else history.back();
  };
  const next = () => (at + 1 < ids.length ? to(ids[at + 1]) : back());
  const previous = () => to(ids[at - 1]);
  const list = queue === null ? words.search.title : labels.queue(queue);
  useKeys(
    at < 0
      ? []
      : [
          { keys: 'j', label: words.work.nextDocument, run: () => to(ids[at + 1]) },
          { keys: 'k', label: words.work.previousDocument, run: previous },
        ],
  );
  return { place: at < 0 ? '' : words.work.place(at + 1, ids.length, list), next, previous, back };
}
