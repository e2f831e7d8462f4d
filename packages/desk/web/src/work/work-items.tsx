import { useState } from 'react';
import type { DocumentAnswer } from '../../../src/api/documents.ts';
import type { WorkItem } from '../../../src/api/work.ts';
import { useKeys } from '../keys/use-keys.ts';
import { Due } from '../parts/due.tsx';
import { KeyButton } from '../parts/key-button.tsx';
import { usePerson } from '../shell/person.tsx';
import { useLabels, useWords } from '../words/use-words.tsx';
import { AddIntent } from './add-intent.tsx';
import { type Handing, HandOver } from './hand-over.tsx';
import { takesMoreIntents } from './unsettled-intents.ts';
import { type PlainStep, useSteps } from './use-steps.ts';

interface WorkItemsProps {
  readonly document: DocumentAnswer;
  readonly onChange: () => void;
  /** The document has no more work for this person: it was finished or handed over just now. */
  readonly onDone: () => void;
  /** What was finished is taken back: it is worked on again. */
  readonly onReopen: () => void;
}

/** The work of a document: one card for each item; the keys work on the first one that is ours to do. */
export function WorkItems({ document, onChange, onDone, onReopen }: WorkItemsProps) {
  const { words } = useWords();
  const { role, queues } = usePerson();
  const [handing, setHanding] = useState<Handing>();
  const [adding, setAdding] = useState(false);
  const ours = (item: WorkItem) => role !== 'case-worker' || queues.includes(item.queue);
  const todo = document.work.filter((item) => ours(item) && item.state !== 'done');
  const { step, send } = useSteps((changed, name) => {
    const gone = name === 'finish' || name === 'forward' || name === 'return';
    if (gone && todo.every((item) => changed.includes(item.id))) onDone();
    else if (name === 'reopen') onReopen();
    else onChange();
  });
  const [first] = todo;
  const hand = (kind: 'forward' | 'return', item: WorkItem) =>
    setHanding({ kind, ids: [item.id], queue: item.queue });
  const about = (kind: 'note' | 'rescan') => setHanding({ kind, documentId: document.id });
  useItemKeys(first, step, hand);
  useKeys([
    { keys: 'b', label: words.work.note, run: () => about('note') },
    ...(takesMoreIntents(document)
      ? [{ keys: 'a', label: words.work.addIntent, run: () => setAdding(true) }]
      : []),
    ...(document.scan && !document.scan.asked
      ? [{ keys: 'x', label: words.work.rescan, run: () => about('rescan') }]
      : []),
  ]);
  return (
    <section>
      <div className="section-head">
        <h2>{words.document.work}</h2>
        <Tools document={document} onHand={about} onAdd={() => setAdding(true)} />
      </div>
      {document.work.length === 0 && <p className="faint">{words.none}</p>}
      {document.work.map((item) => (
        <WorkCard
          key={item.id}
          {...{ item, onHand: hand }}
          onStep={(name) => step([item.id], name)}
          ours={ours(item)}
          keyed={item === first}
        />
      ))}
      {adding && <AddIntent {...{ document, onChange }} onClose={() => setAdding(false)} />}
      {handing && (
        <HandOver {...{ handing, send }} onNoted={onChange} onClose={() => setHanding(undefined)} />
      )}
    </section>
  );
}

function useItemKeys(
  item: WorkItem | undefined,
  step: (ids: readonly number[], name: PlainStep) => void,
  hand: (kind: 'forward' | 'return', item: WorkItem) => void,
): void {
  const { words } = useWords();
  const { name } = usePerson();
  useKeys(
    item
      ? [
          item.claimedBy === name
            ? { keys: 'f', label: words.work.release, run: () => step([item.id], 'release') }
            : { keys: 'c', label: words.work.claim, run: () => step([item.id], 'claim') },
          { keys: 'e', label: words.work.finish, run: () => step([item.id], 'finish') },
          { keys: 'w', label: words.work.forward, run: () => hand('forward', item) },
          { keys: 'z', label: words.work.giveBack, run: () => hand('return', item) },
        ]
      : [],
  );
}

interface ToolsProps {
  readonly document: DocumentAnswer;
  readonly onHand: (kind: 'note' | 'rescan') => void;
  readonly onAdd: () => void;
}

function Tools({ document, onHand, onAdd }: ToolsProps) {
  const { words } = useWords();
  const { scan } = document;
  return (
    <span>
      {scan?.asked && <span className="tag">{words.work.rescanAsked(scan.station)}</span>}
      {scan && !scan.asked && (
        <KeyButton kind="quiet" label={words.work.rescan} keys="x" onClick={() => onHand('rescan')} />
      )}
      {takesMoreIntents(document) && (
        <KeyButton kind="quiet" label={words.work.addIntent} keys="a" onClick={onAdd} />
      )}
      <KeyButton kind="quiet" label={words.work.note} keys="b" onClick={() => onHand('note')} />
    </span>
  );
}

interface WorkCardProps {
  readonly item: WorkItem;
  readonly ours: boolean;
  /** Whether the keys work on this one. */
  readonly keyed: boolean;
  readonly onStep: (step: PlainStep) => void;
  readonly onHand: (kind: 'forward' | 'return', item: WorkItem) => void;
}

function WorkCard({ item, ours, keyed, onStep, onHand }: WorkCardProps) {
  const { words } = useWords();
  const labels = useLabels();
  const { name } = usePerson();
  const mine = item.claimedBy === name;
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
      {ours && <Steps {...{ item, mine, keyed, onStep, onHand }} />}
    </div>
  );
}

/** What this person can do with an item as it is now. */
function Steps({
  item,
  mine,
  keyed,
  onStep,
  onHand,
}: Omit<WorkCardProps, 'ours'> & { readonly mine: boolean }) {
  const { words } = useWords();
  const key = (keys: string) => (keyed ? keys : undefined);
  const held = item.state === 'claimed' && mine;
  return (
    <p className="steps">
      {item.state === 'open' && (
        <KeyButton label={words.work.claim} keys={key('c')} onClick={() => onStep('claim')} />
      )}
      {item.state === 'done' && mine && (
        <KeyButton label={words.work.reopen} onClick={() => onStep('reopen')} />
      )}
      {(item.state === 'open' || held) && (
        <>
          <KeyButton
            kind="primary"
            label={words.work.finish}
            keys={key('e')}
            onClick={() => onStep('finish')}
          />
          <KeyButton label={words.work.forward} keys={key('w')} onClick={() => onHand('forward', item)} />
          <KeyButton label={words.work.giveBack} keys={key('z')} onClick={() => onHand('return', item)} />
        </>
      )}
      {held && <KeyButton label={words.work.release} keys={key('f')} onClick={() => onStep('release')} />}
    </p>
  );
}
