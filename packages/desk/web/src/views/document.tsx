import { useState } from 'react';
import type { DocumentAnswer } from '../../../src/api/documents.ts';
import { Facts } from '../document/facts.tsx';
import { neighbourPage } from '../document/neighbour-page.ts';
import { PageStage } from '../document/page-stage.tsx';
import { Thumbnails } from '../document/thumbnails.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { Empty } from '../parts/empty.tsx';
import { useAsk } from '../use-ask.ts';
import { useWords } from '../words/use-words.tsx';

/** A document: its pages in the middle, what is known of it and what to do with it at the right. */
export function DocumentView({ id, query }: { readonly id: number; readonly query: string }) {
  const { words } = useWords();
  const { data, refusal, reload } = useAsk<DocumentAnswer>(`/documents/${id}`);
  const [page, setPage] = useState(1);
  const count = Math.max(1, data?.pages.length ?? 1);
  useKeys([
    { keys: 'Escape', label: words.keys.back, run: () => history.back() },
    { keys: 'n', label: words.keys.nextPage, run: () => setPage(neighbourPage(data?.pages, page, 1)) },
    { keys: 'p', label: words.keys.previousPage, run: () => setPage(neighbourPage(data?.pages, page, -1)) },
  ]);
  if (refusal && !data) return <Empty title={refusal.message || words.away} />;
  if (!data)
    return (
      <p className="waiting" role="status">
        {words.loading}
      </p>
    );
  return (
    <div className="document-view">
      {count > 1 && <Thumbnails document={data} current={page} onSelect={setPage} />}
      <PageStage document={data} number={page} query={query} onPage={setPage} />
      <Facts document={data} onChange={reload} />
    </div>
  );
}
