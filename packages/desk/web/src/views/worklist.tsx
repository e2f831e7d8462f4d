import { useState } from 'react';
import type { WorkItem, WorklistAnswer } from '../../../src/api/work.ts';
import { useKeys } from '../keys/use-keys.ts';
import { Empty } from '../parts/empty.tsx';
import { KeyButton } from '../parts/key-button.tsx';
import { More } from '../parts/more.tsx';
import { usePaged } from '../parts/use-paged.ts';
import { useSelection } from '../parts/use-selection.ts';
import { Waiting } from '../parts/waiting.tsx';
import { go } from '../router.tsx';
import { useLabels, useWords } from '../words/use-words.tsx';
import { type Handing, HandOver } from '../work/hand-over.tsx';
import { type PlainStep, useSteps } from '../work/use-steps.ts';
import { addressOf, WorklistTable } from '../work/worklist-table.tsx';

/** A department's open work, due first; steps go with the marked items, or with the current one. */
export function WorklistView({ queue }: { readonly queue: string }) {
  const { words } = useWords();
  const labels = useLabels();
  const path = `/queues/${encodeURIComponent(queue)}/items`;
  const list = usePaged<WorkItem, WorklistAnswer>(path, { idOf: ({ id }) => id, everyMs: 10_000 });
  const { items } = list;
  const { index, setIndex } = useSelection({
    list: path,
    ids: items.map(({ id }) => id),
    open: (at) => items[at] && go(addressOf(items[at])),
    onEnd: list.loadMore,
  });
  const [marked, setMarked] = useState<Set<number>>(new Set());
  const toggle = (id: number) => setMarked((last) => last.symmetricDifference(new Set([id])));
  const [handing, setHanding] = useState<Handing>();
  const { step, send } = useSteps(() => {
    setMarked(new Set());
    list.reload();
  });
  const current = items[index];
  const chosen = items.filter((one) => marked.has(one.id)).map((one) => one.id);
  const ids = chosen.length > 0 ? chosen : current ? [current.id] : [];
  const run: Run = {
    step: (name) => step(ids, name),
    hand: (kind) => ids.length > 0 && setHanding({ kind, ids, queue }),
  };
  useStepKeys(run, () => current && toggle(current.id));
  if (!list.data) return <Waiting refusal={list.refusal} />;
  return (
    <div className="view">
      <div className="section-head">
        <h1>{labels.queue(queue)}</h1>
        {items.length > 0 && <Steps count={chosen.length} run={run} />}
      </div>
      {items.length === 0 && <Empty title={words.work.empty} hint={words.work.emptyHint} />}
      {items.length > 0 && (
        <WorklistTable items={items} selected={index} marked={marked} onSelect={setIndex} onMark={toggle} />
      )}
      <More {...list} />
      {handing && (
        <HandOver {...{ handing, send }} onNoted={list.reload} onClose={() => setHanding(undefined)} />
      )}
    </div>
  );
}

interface Run {
  step(name: PlainStep): void;
  hand(kind: 'forward' | 'return'): void;
}

function useStepKeys({ step, hand }: Run, mark: () => void): void {
  const { words } = useWords();
  useKeys([
    { keys: 'x', label: words.keys.select, run: mark },
    { keys: 'c', label: words.work.claim, run: () => step('claim') },
    { keys: 'f', label: words.work.release, run: () => step('release') },
    { keys: 'e', label: words.work.finish, run: () => step('finish') },
    { keys: 'w', label: words.work.forward, run: () => hand('forward') },
    { keys: 'z', label: words.work.giveBack, run: () => hand('return') },
  ]);
}

function Steps({ count, run }: { readonly count: number; readonly run: Run }) {
  const { words } = useWords();
  return (
    <p className="steps">
      {count > 0 && <span>{words.work.selected(count)}</span>}
      <KeyButton label={words.work.claim} keys="c" onClick={() => run.step('claim')} />
      <KeyButton label={words.work.release} keys="f" onClick={() => run.step('release')} />
      <KeyButton label={words.work.finish} keys="e" onClick={() => run.step('finish')} />
      <KeyButton label={words.work.forward} keys="w" onClick={() => run.hand('forward')} />
      <KeyButton label={words.work.giveBack} keys="z" onClick={() => run.hand('return')} />
    </p>
  );
}
