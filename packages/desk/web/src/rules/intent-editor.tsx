import type { ReactNode } from 'react';
import { useLabels, useWords } from '../words/use-words.tsx';
import {
  type DraftIntent,
  type Editing,
  plainName,
  queuesOfDraft,
  withIntent,
  withoutIntent,
} from './draft.ts';

interface IntentEditorProps extends Editing {
  readonly one: DraftIntent;
  readonly removable: boolean;
}

const units = ['businessDays', 'days'] as const;
const retentionClasses = ['trade-letter', 'voucher', 'contract', 'privacy', 'none'] as const;

/** Everything about one intent; each key stroke changes the draft, nothing is in force yet. */
export function IntentEditor({ draft, change, one, removable }: IntentEditorProps) {
  const { words } = useWords();
  const set = (part: Partial<DraftIntent>) => change(withIntent(draft, one.intent, part));
  return (
    <div className="intent-editor">
      <Names one={one} set={set} />
      <QueueField {...{ draft, one, set }} />
      <DueFields one={one} set={set} />
      <Field label={words.rules.retention}>
        <select
          value={one.retentionClass}
          onChange={(event) =>
            set({ retentionClass: retentionClasses.find((all) => all === event.target.value) ?? 'none' })
          }
        >
          {retentionClasses.map((all) => (
            <option key={all} value={all}>
              {words.rules.retentionClasses[all]}
            </option>
          ))}
        </select>
      </Field>
      <label className="check">
        <input
          type="checkbox"
          checked={one.needsAccount}
          onChange={(event) => set({ needsAccount: event.target.checked })}
        />
        {words.rules.needsAccount}
      </label>
      <Keywords one={one} set={set} />
      {removable && (
        <button type="button" onClick={() => change(withoutIntent(draft, one.intent))}>
          {words.rules.remove}
        </button>
      )}
    </div>
  );
}

interface PartProps {
  readonly one: DraftIntent;
  readonly set: (part: Partial<DraftIntent>) => void;
}

function Field({ label, wide = false, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is among the children
    <label className={wide ? 'field wide-field' : 'field'}>
      <span>{label}</span>
      {children}
    </label>
  );
}

function Names({ one, set }: PartProps) {
  const { words } = useWords();
  const { label } = one;
  return (
    <>
      <Field label={words.rules.german}>
        <input value={label.de} onChange={(event) => set({ label: { ...label, de: event.target.value } })} />
      </Field>
      <Field label={words.rules.english}>
        <input value={label.en} onChange={(event) => set({ label: { ...label, en: event.target.value } })} />
      </Field>
    </>
  );
}

/** A department that is there, or a new one by its name. */
function QueueField({ draft, one, set }: PartProps & Pick<Editing, 'draft'>) {
  const { words } = useWords();
  const labels = useLabels();
  return (
    <Field label={words.rules.queue}>
      <input
        list="all-queues"
        key={one.queue}
        defaultValue={one.queue}
        onBlur={(event) => set({ queue: plainName(event.target.value) })}
      />
      <datalist id="all-queues">
        {queuesOfDraft(draft).map((queue) => (
          <option key={queue} value={queue}>
            {labels.queue(queue)}
          </option>
        ))}
      </datalist>
    </Field>
  );
}

function DueFields({ one, set }: PartProps) {
  const { words } = useWords();
  const { due } = one;
  return (
    <>
      <Field label={words.rules.due}>
        <input
          type="number"
          min={0}
          max={365}
          value={due.amount}
          onChange={(event) => set({ due: { ...due, amount: event.target.valueAsNumber || 0 } })}
        />
      </Field>
      <Field label={words.rules.unit}>
        <select
          value={due.unit}
          onChange={(event) =>
            set({ due: { ...due, unit: units.find((all) => all === event.target.value) ?? 'days' } })
          }
        >
          {units.map((unit) => (
            <option key={unit} value={unit}>
              {words.rules.units[unit]}
            </option>
          ))}
        </select>
      </Field>
    </>
  );
}

function Keywords({ one, set }: PartProps) {
  const { words } = useWords();
  const read = (text: string) =>
    text
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word.length > 1);
  return (
    <Field label={words.rules.keywords} wide>
      <textarea
        rows={2}
        defaultValue={one.keywords.join(', ')}
        onChange={(event) => set({ keywords: read(event.target.value) })}
      />
      <small>{words.rules.keywordsHint}</small>
    </Field>
  );
}
