import { useState } from 'react';
import type { WorkItem, WorklistAnswer } from '../../../src/api/work.ts';
import { tell } from '../api.ts';
import { Keys } from '../keys/key-help.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { Empty } from '../parts/empty.tsx';
import { usePaged } from '../parts/use-paged.ts';
import { useSelection } from '../parts/use-selection.ts';
import { go } from '../router.tsx';
import { useToast } from '../shell/toast.tsx';
import { useLabels, useWords } from '../words/use-words.tsx';
import { WorklistTable } from './worklist-table.tsx';

/** A department's open work, due first. */
export function WorklistView({ queue }: { readonly queue: string }) {
  const { words } = useWords();
  const labels = useLabels();
  const list = usePaged<WorkItem, WorklistAnswer>(`/queues/${encodeURIComponent(queue)}/items`, {
    everyMs: 10_000,
  });
  const { items } = list;
  const { index, setIndex } = useSelection(items.length, (at) => go(`/dokument/${items[at]?.documentId}`));
  const [marked, setMarked] = useState<Set<number>>(new Set());
  const toggle = (id: number) => setMarked((last) => last.symmetricDifference(new Set([id])));
  const current = items[index];
  const chosen = items.filter((one) => marked.has(one.id)).map((one) => one.id);
  const ids = chosen.length > 0 ? chosen : current ? [current.id] : [];
  const step = useBulk(ids, () => {
    setMarked(new Set());
    list.reload();
  });
  useKeys([
    { keys: 'x', label: words.keys.select, run: () => current && toggle(current.id) },
    { keys: 'c', label: words.work.claim, run: () => step('claim') },
    { keys: 'f', label: words.work.release, run: () => step('release') },
    { keys: 'e', label: words.work.finish, run: () => step('finish') },
  ]);
  if (list.refusal && !list.data) return <Empty title={list.refusal.message || words.away} />;
  return (
    <div className="view">
      <div className="section-head">
        <h1>{labels.queue(queue)}</h1>
        {items.length > 0 && <Steps count={chosen.length} onStep={step} />}
      </div>
      {list.data && items.length === 0 && <Empty title={words.work.empty} hint={words.work.emptyHint} />}
      {items.length > 0 && (
        <WorklistTable items={items} selected={index} marked={marked} onSelect={setIndex} onMark={toggle} />
      )}
      {list.next && (
        <button type="button" className="quiet" onClick={list.loadMore}>
          {words.more}
        </button>
      )}
    </div>
  );
}

type BulkStep = 'claim' | 'release' | 'finish';

function useBulk(ids: readonly number[], after: () => void) {
  const { words } = useWords();
  const { say, sayWrong } = useToast();
  return async (step: BulkStep) => {
    if (ids.length === 0) return;
    try {
      const { changed } = await tell<{ changed: number }>('POST', '/work-items/bulk', { ids, step });
      const undo = () =>
        Promise.all(ids.map((id) => tell('POST', `/work-items/${id}/reopen`))).then(after, sayWrong);
      if (step === 'finish') say({ text: words.work.finished(changed), undo });
      after();
    } catch (error) {
      sayWrong(error);
    }
  };
}

function Steps({ count, onStep }: { readonly count: number; readonly onStep: (step: BulkStep) => void }) {
  const { words } = useWords();
  return (
    <p className="steps">
      {count > 0 && <span>{words.work.selected(count)}</span>}
      <button type="button" onClick={() => onStep('claim')}>
        {words.work.claim} <Keys keys="c" />
      </button>
      <button type="button" onClick={() => onStep('release')}>
        {words.work.release} <Keys keys="f" />
      </button>
      <button type="button" onClick={() => onStep('finish')}>
        {words.work.finish} <Keys keys="e" />
      </button>
    </p>
  );
}
