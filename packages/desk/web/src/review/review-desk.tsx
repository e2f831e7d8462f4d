import { useCallback, useEffect, useRef, useState } from 'react';
import type { DocumentAnswer } from '../../../src/api/documents.ts';
import type { NextReviewAnswer } from '../../../src/api/review.ts';
import { tell } from '../api.ts';
import { Pages } from '../document/pages.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { Empty } from '../parts/empty.tsx';
import { imageOf } from '../parts/page-view.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { go } from '../router.tsx';
import { useToast } from '../shell/toast.tsx';
import { useAsk } from '../use-ask.ts';
import { useWords } from '../words/use-words.tsx';
import { DecisionPanel } from './decision-panel.tsx';

/** One doubtful document after the other, the first one perhaps chosen from the list. */
export function ReviewDesk({ first }: { readonly first: number | undefined }) {
  const { words } = useWords();
  const { sayWrong } = useToast();
  const [taken, setTaken] = useState<NextReviewAnswer>();
  const [refusal, setRefusal] = useState<unknown>();
  const skipped = useRef<number[]>([]);
  const take = useCallback(
    (wanted?: number) =>
      tell<NextReviewAnswer>('POST', '/review/next', { skip: skipped.current, wanted }).then(
        (answer) => {
          setTaken(answer);
          // What comes next is drawn while this one is read.
          if (answer.upcoming !== null) new Image().src = imageOf(answer.upcoming, 1);
        },
        (error: unknown) => {
          setRefusal(error);
          sayWrong(error);
        },
      ),
    [sayWrong],
  );
  useEffect(() => {
    take(first);
  }, [first, take]);
  const skip = () => {
    if (taken?.documentId != null) skipped.current.push(taken.documentId);
    take();
  };
  useKeys([
    { keys: 's', label: words.review.later, run: skip },
    { keys: 'Escape', label: words.keys.back, run: () => go('/klaerung') },
  ]);
  if (taken === undefined) return <Waiting refusal={refusal} />;
  const { documentId, open, claimedBy } = taken;
  if (documentId !== null)
    return (
      <ReviewOne
        key={documentId}
        {...{ documentId, open, claimedBy }}
        onNext={() => take()}
        onSkip={skip}
        onBack={take}
      />
    );
  if (skipped.current.length === 0) return <Empty title={words.review.empty} hint={words.review.emptyHint} />;
  const again = () => {
    skipped.current = [];
    take();
  };
  return <Skipped count={skipped.current.length} onAgain={again} />;
}

function Skipped({ count, onAgain }: { readonly count: number; readonly onAgain: () => void }) {
  const { words } = useWords();
  useKeys([{ keys: 'Enter', label: words.review.again, run: onAgain }]);
  return (
    <>
      <Empty title={words.review.skipped(count)} hint={words.review.emptyHint} />
      <p className="steps centred">
        <button type="button" className="primary" onClick={onAgain}>
          {words.review.again}
        </button>
      </p>
    </>
  );
}

interface ReviewOneProps {
  readonly documentId: number;
  readonly open: number;
  /** Somebody else who is deciding about it right now. */
  readonly claimedBy: string | null;
  readonly onNext: () => void;
  readonly onSkip: () => void;
  readonly onBack: (id: number) => void;
}

function ReviewOne({ documentId, open, ...panel }: ReviewOneProps) {
  const { data, refusal } = useAsk<DocumentAnswer>(`/documents/${documentId}`);
  if (!data) return <Waiting refusal={refusal} />;
  return (
    <div className="document-view review">
      <Pages document={data} />
      <DecisionPanel key={takenIntents(data)} document={data} left={open} {...panel} />
    </div>
  );
}

/** Where others stand by now, the panel begins anew from them. */
const takenIntents = ({ intents }: DocumentAnswer): string =>
  intents.flatMap(({ intent, chosen }) => (chosen ? [intent] : [])).join();
