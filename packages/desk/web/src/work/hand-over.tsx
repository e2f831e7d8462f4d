import type { StepBody } from '../../../src/api/work.ts';
import { tell } from '../api.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { useLabels, useWords } from '../words/use-words.tsx';

/** Something that needs words: forwarding or giving back work, a note, having a document scanned again. */
export type Handing =
  | { readonly kind: 'forward' | 'return'; readonly ids: readonly number[]; readonly queue: string }
  | { readonly kind: 'note' | 'rescan'; readonly documentId: number };

interface HandOverProps {
  readonly handing: Handing;
  /** See useSteps. */
  readonly send: (body: StepBody) => Promise<void>;
  readonly onNoted: () => void;
  readonly onClose: () => void;
}

export function HandOver({ handing, send, onNoted, onClose }: HandOverProps) {
  const { words } = useWords();
  const { kind } = handing;
  const titles = {
    forward: words.work.forward,
    return: words.work.giveBack,
    note: words.work.note,
    rescan: words.work.rescan,
  };
  const leads = { forward: '', return: words.work.giveBackLead, note: '', rescan: words.work.rescanLead };
  async function give(form: FormData) {
    if ('documentId' in handing) {
      const path = handing.kind === 'note' ? 'notes' : 'rescan';
      await tell('POST', `/documents/${handing.documentId}/${path}`, Object.fromEntries(form));
      onNoted();
    } else await send(bodyOf(handing, form));
  }
  return (
    <FormDialog title={titles[kind]} lead={leads[kind]} submit={titles[kind]} onSend={give} onClose={onClose}>
      {handing.kind === 'forward' && <QueueChoice but={handing.queue} />}
      <label className="field">
        <span>{kind === 'note' ? words.work.noteText : words.work.reason}</span>
        <textarea name={kind === 'note' ? 'text' : 'reason'} rows={3} minLength={3} required />
      </label>
    </FormDialog>
  );
}

function bodyOf({ kind, ids }: Extract<Handing, { ids: unknown }>, form: FormData): StepBody {
  const body = { ids: [...ids], reason: String(form.get('reason')) };
  if (kind === 'return') return { ...body, step: 'return' };
  return { ...body, step: 'forward', queue: String(form.get('queue')) };
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
