import { useState } from 'react';
import { useLabels, useWords } from '../words/use-words.tsx';
import { type DraftIntent, type Editing, withNewIntent } from './draft.ts';
import { IntentEditor } from './intent-editor.tsx';

interface IntentTableProps extends Editing {
  /** What the machine recognises by itself. */
  readonly recognised: readonly string[];
}

/** All intents with where they go and by when; one at a time is open to be changed. */
export function IntentTable({ draft, change, recognised }: IntentTableProps) {
  const { words } = useWords();
  const [open, setOpen] = useState('');
  const toggle = (intent: string) => setOpen(open === intent ? '' : intent);
  return (
    <>
      <table className="table rules-table">
        <thead>
          <tr>
            <th>{words.rules.intent}</th>
            <th>{words.rules.queue}</th>
            <th>{words.rules.due}</th>
            <th>{words.rules.retention}</th>
            <th>{words.rules.needsAccount}</th>
          </tr>
        </thead>
        {draft.taxonomy.intents.map((one) => (
          <tbody key={one.intent}>
            <IntentRow
              {...{ one, open: open === one.intent, known: recognised.includes(one.intent) }}
              onToggle={() => toggle(one.intent)}
            />
            {open === one.intent && (
              <tr className="editor-row">
                <td colSpan={5}>
                  <IntentEditor {...{ draft, change, one }} removable={!recognised.includes(one.intent)} />
                </td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
      <NewIntent {...{ draft, change }} />
    </>
  );
}

interface IntentRowProps {
  readonly one: DraftIntent;
  readonly open: boolean;
  readonly known: boolean;
  readonly onToggle: () => void;
}

function IntentRow({ one, open, known, onToggle }: IntentRowProps) {
  const { words, language } = useWords();
  const labels = useLabels();
  return (
    <tr aria-current={open ? 'true' : undefined}>
      <th scope="row">
        <button type="button" className="link" onClick={onToggle} aria-expanded={open}>
          {one.label[language]}
        </button>
        {!known && (
          <span className="tag" title={words.rules.peopleOnlyHint}>
            {words.rules.peopleOnly}
          </span>
        )}
      </th>
      <td>{labels.queue(one.queue)}</td>
      <td>{words.rules.duration(one.due.amount, one.due.unit)}</td>
      <td className="soft">{words.rules.retentionClasses[one.retentionClass]}</td>
      <td className="soft">{one.needsAccount ? words.rules.yes : words.rules.no}</td>
    </tr>
  );
}

function NewIntent({ draft, change }: Editing) {
  const { words } = useWords();
  const add = (form: FormData) => change(withNewIntent(draft, String(form.get('label')).trim()));
  return (
    <form action={add} className="new-user">
      <label className="field">
        <span>{words.rules.newName}</span>
        <input name="label" autoComplete="off" required minLength={3} maxLength={60} />
      </label>
      <button type="submit">{words.rules.add}</button>
    </form>
  );
}
