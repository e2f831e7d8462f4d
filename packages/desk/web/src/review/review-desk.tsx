import { useCallback, useEffect, useRef, useState } from 'react';
import type { DocumentAnswer } from '../../../src/api/documents.ts';
import { tell } from '../api.ts';
import { neighbourPage } from '../document/neighbour-page.ts';
import { PageStage } from '../document/page-stage.tsx';
import { Thumbnails } from '../document/thumbnails.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { Empty } from '../parts/empty.tsx';
import { go } from '../router.tsx';
import { useToast } from '../shell/toast.tsx';
import { useAsk } from '../use-ask.ts';
import { useWords } from '../words/use-words.tsx';
import { DecisionPanel } from './decision-panel.tsx';

interface Next {
  readonly documentId: number | null;
  readonly open: number;
}

/** One doubtful document after the other: the page at the left, the decision at the right. */
export function ReviewDesk({ first }: { readonly first: number | undefined }) {
  const { words } = useWords();
  const { sayWrong } = useToast();
  const [current, setCurrent] = useState<number | null | undefined>(first);
  const [open, setOpen] = useState<number>();
  const skipped = useRef<number[]>([]);

  const next = useCallback(async () => {
    try {
      const taken = await tell<Next>('POST', '/review/next', { skip: skipped.current });
      setOpen(taken.open);
      setCurrent(taken.documentId);
    } catch (error) {
      sayWrong(error);
    }
  }, [sayWrong]);
  useEffect(() => {
    if (first === undefined) next();
    else setCurrent(first);
  }, [first, next]);
  const skip = () => {
    if (current != null) skipped.current.push(current);
    next();
  };
  useKeys([
    { keys: 's', label: words.review.later, run: skip },
    { keys: 'Escape', label: words.keys.back, run: () => go('/klaerung') },
  ]);

  if (current === undefined)
    return (
      <p className="waiting" role="status">
        {words.loading}
      </p>
    );
  if (current === null) return <Empty title={words.review.empty} hint={words.review.emptyHint} />;
  return <ReviewOne key={current} id={current} left={open} onNext={next} onSkip={skip} onBack={setCurrent} />;
}

interface ReviewOneProps {
  readonly id: number;
  readonly left: number | undefined;
  readonly onNext: () => void;
  readonly onSkip: () => void;
  readonly onBack: (id: number) => void;
}

function ReviewOne({ id, left, onNext, onSkip, onBack }: ReviewOneProps) {
  const { words } = useWords();
  const { data, refusal } = useAsk<DocumentAnswer>(`/documents/${id}`);
  const [page, setPage] = useState(1);
  const count = Math.max(1, data?.pages.length ?? 1);
  useKeys([
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
    <div className="document-view review">
      {count > 1 && <Thumbnails document={data} current={page} onSelect={setPage} />}
      <PageStage document={data} number={page} onPage={setPage} />
      <DecisionPanel document={data} {...{ left, onNext, onSkip, onBack }} />
    </div>
  );
}
