import { useEffect, useRef } from 'react';
import type { WorkItem } from '../../../src/api/work.ts';
import { tell } from '../api.ts';
import { useToast } from '../shell/toast.tsx';
import { useLabels, useWords } from '../words/use-words.tsx';

/** Something that needs words: forwarding, giving back, a note, having it scanned again. */
export interface Handing {
  readonly kind: 'forward' | 'return' | 'note' | 'rescan';
  readonly documentId: number;
  readonly item: WorkItem | undefined;
}

interface HandOverProps {
  readonly handing: Handing;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function HandOver({ handing, onDone, onClose }: HandOverProps) {
  const { words } = useWords();
  const { sayWrong } = useToast();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { kind, item } = handing;
  const title = {
    forward: words.work.forward,
    return: words.work.giveBack,
    note: words.work.note,
    rescan: words.work.rescan,
  }[kind];

  async function send(form: FormData) {
    try {
      await tell('POST', addressOf(handing), Object.fromEntries(form));
      onDone();
      onClose();
    } catch (error) {
      sayWrong(error);
    }
  }

  return (
    <dialog ref={dialog} className="dialog" onClose={onClose} aria-label={title}>
      <form action={send}>
        <h2>{title}</h2>
        {kind === 'return' && <p className="faint">{words.work.giveBackLead}</p>}
        {kind === 'rescan' && <p className="faint">{words.work.rescanLead}</p>}
        {kind === 'forward' && item && <QueueChoice but={item.queue} />}
        <label className="field">
          <span>{kind === 'note' ? words.work.noteText : words.work.reason}</span>
          <textarea name={kind === 'note' ? 'text' : 'reason'} rows={3} minLength={3} required />
        </label>
        <p className="steps">
          <button type="submit" className="primary">
            {title}
          </button>
          <button type="button" onClick={onClose}>
            {words.cancel}
          </button>
        </p>
      </form>
    </dialog>
  );
}

function addressOf({ kind, item, documentId }: Handing): string {
  if (kind === 'note') return `/documents/${documentId}/notes`;
  return kind === 'rescan' ? `/documents/${documentId}/rescan` : `/work-items/${item?.id}/${kind}`;
}

function QueueChoice({ but }: { readonly but: string }) {
  const { words } = useWords();
  const labels = useLabels();
  return (
    <label className="field">
      <span>{words.work.to}</span>
      <select name="queue" required>
        {labels.queues
          .filter((queue) => queue !== but)
          .map((queue) => (
            <option key={queue} value={queue}>
              {labels.queue(queue)}
            </option>
          ))}
      </select>
    </label>
  );
}
