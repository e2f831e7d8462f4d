import { useWords } from '../words/use-words.tsx';

/** For a list that goes on; keys load more by themselves at its end. */
export function More({ next, loadMore }: { readonly next: string | null; readonly loadMore: () => void }) {
  const { words } = useWords();
  if (next === null) return null;
  return (
    <button type="button" className="quiet" onClick={loadMore}>
      {words.more}
    </button>
  );
}
