import type { DocumentAnswer } from '../../../src/api/documents.ts';
import { Facts } from '../document/facts.tsx';
import { Pages } from '../document/pages.tsx';
import { useNeighbours } from '../document/use-neighbours.ts';
import { useKeys } from '../keys/use-keys.ts';
import { Waiting } from '../parts/waiting.tsx';
import { useAsk } from '../use-ask.ts';
import { useWords } from '../words/use-words.tsx';

/** A document: its pages in the middle, what is known of it and what to do with it at the right. */
export function DocumentView({ id, query }: { readonly id: number; readonly query: URLSearchParams }) {
  const { words } = useWords();
  const { data, refusal, reload } = useAsk<DocumentAnswer>(`/documents/${id}`);
  const neighbours = useNeighbours(id, query);
  useKeys([{ keys: 'Escape', label: words.keys.back, run: neighbours.back }]);
  if (!data) return <Waiting refusal={refusal} />;
  return (
    <div className="document-view">
      <Pages document={data} query={query.get('q') ?? ''} />
      <Facts document={data} neighbours={neighbours} onChange={reload} />
    </div>
  );
}
