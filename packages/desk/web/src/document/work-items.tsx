import { useState } from 'react';
import type { DocumentAnswer } from '../../../src/api/documents.ts';
import type { WorkItem } from '../../../src/api/work.ts';
import { tell } from '../api.ts';
import { Keys } from '../keys/key-help.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { Due } from '../parts/due.tsx';
import { usePerson } from '../shell/person.tsx';
import { useToast } from '../shell/toast.tsx';
import { useLabels, useWords } from '../words/use-words.tsx';
import { type Handing, HandOver } from './hand-over.tsx';

interface WorkItemsProps {
  readonly document: DocumentAnswer;
  readonly onChange: () => void;
}

/** The work of a document: one card for each item; the keys work on the first one that is ours to do. */
export function WorkItems({ document, onChange }: WorkItemsProps) {
  const { words } = useWords();
  const { role, queues } = usePerson();
  const [handing, setHanding] = useState<Handing>();
  const step = useStep(onChange);
  const ours = (item: WorkItem) => role !== 'case-worker' || queues.includes(item.queue);
  const first = document.work.find((item) => ours(item) && item.state !== 'done');
  const hand = (kind: Handing['kind'], item?: WorkItem) =>
    setHanding({ kind, item, documentId: document.id });
  useKeys([
    ...(first
      ? [
          { keys: 'c', label: words.work.claim, run: () => step(first, 'claim') },
          { keys: 'e', label: words.work.finish, run: () => step(first, 'finish') },
          { keys: 'w', label: words.work.forward, run: () => hand('forward', first) },
          { keys: 'z', label: words.work.giveBack, run: () => hand('return', first) },
        ]
      : []),
    { keys: 'b', label: words.work.note, run: () => hand('note') },
    ...(document.scan && !document.scan.asked
      ? [{ keys: 'x', label: words.work.rescan, run: () => hand('rescan') }]
      : []),
  ]);
  return (
    <section>
      <div className="section-head">
        <h2>{words.document.work}</h2>
        <Tools document={document} onHand={hand} />
      </div>
      {document.work.length === 0 && <p className="faint">{words.none}</p>}
      {document.work.map((item) => (
        <WorkCard
          key={item.id}
          {...{ item, onHand: hand, onStep: step }}
          ours={ours(item)}
          keyed={item === first}
        />
      ))}
      {handing && <HandOver handing={handing} onDone={onChange} onClose={() => setHanding(undefined)} />}
    </section>
  );
}

function Tools({
  document,
  onHand,
}: {
  readonly document: DocumentAnswer;
  readonly onHand: (kind: Handing['kind']) => void;
}) {
  const { words } = useWords();
  const { scan } = document;
  return (
    <span>
      {scan?.asked && <span className="tag">{words.work.rescanAsked(scan.station)}</span>}
      {scan && !scan.asked && (
        <button type="button" className="quiet" onClick={() => onHand('rescan')}>
          {words.work.rescan} <Keys keys="x" />
        </button>
      )}
      <button type="button" className="quiet" onClick={() => onHand('note')}>
        {words.work.note} <Keys keys="b" />
      </button>
    </span>
  );
}

type Step = 'claim' | 'release' | 'finish' | 'reopen';

function useStep(onChange: () => void) {
  const { words } = useWords();
  const { say, sayWrong } = useToast();
  return async function step(item: WorkItem, name: Step): Promise<void> {
    try {
      await tell('POST', `/work-items/${item.id}/${name}`);
      if (name === 'finish') say({ text: words.work.finished(1), undo: () => step(item, 'reopen') });
    } catch (error) {
      sayWrong(error);
    }
    onChange();
  };
}

interface WorkCardProps {
  readonly item: WorkItem;
  readonly ours: boolean;
  /** Whether the keys work on this one. */
  readonly keyed: boolean;
  readonly onStep: (item: WorkItem, step: Step) => void;
  readonly onHand: (kind: Handing['kind'], item: WorkItem) => void;
}

function WorkCard({ item, ours, keyed, onStep, onHand }: WorkCardProps) {
  const { words } = useWords();
  const labels = useLabels();
  const { name } = usePerson();
  const mine = item.claimedBy === name;
  const key = (keys: string) => keyed && <Keys keys={keys} />;
  return (
    <div className={`work-card ${item.state}`}>
      <p className="work-head">
        <b>{labels.queue(item.queue)}</b>
        {item.state === 'done' ? (
          <span className="tag">{words.work.doneBy(item.claimedBy ?? '')}</span>
        ) : (
          <Due at={item.dueAt} />
        )}
      </p>
      <p className="faint">
        {labels.intent(item.intent)}
        {item.state === 'claimed' && <>, {mine ? words.work.mine : words.work.by(item.claimedBy ?? '')}</>}
      </p>
      {ours && (
        <p className="steps">
          {item.state === 'open' && (
            <button type="button" onClick={() => onStep(item, 'claim')}>
              {words.work.claim} {key('c')}
            </button>
          )}
          {item.state === 'claimed' && mine && (
            <button type="button" onClick={() => onStep(item, 'release')}>
              {words.work.release}
            </button>
          )}
          {item.state === 'done' && mine && (
            <button type="button" onClick={() => onStep(item, 'reopen')}>
              {words.work.reopen}
            </button>
          )}
          {(item.state === 'open' || (item.state === 'claimed' && mine)) && (
            <>
              <button type="button" className="primary" onClick={() => onStep(item, 'finish')}>
                {words.work.finish} {key('e')}
              </button>
              <button type="button" onClick={() => onHand('forward', item)}>
                {words.work.forward} {key('w')}
              </button>
              <button type="button" onClick={() => onHand('return', item)}>
                {words.work.giveBack} {key('z')}
              </button>
            </>
          )}
        </p>
      )}
    </div>
  );
}
