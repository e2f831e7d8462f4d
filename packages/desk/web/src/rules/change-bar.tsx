import { useState } from 'react';
import type { PreviewAnswer } from '../../../src/api/rules.ts';
import { tell } from '../api.ts';
import { useToast } from '../shell/toast.tsx';
import { useWords } from '../words/use-words.tsx';
import type { Draft } from './draft.ts';
import { Preview } from './preview.tsx';

interface ChangeBarProps {
  readonly draft: Draft;
  readonly changes: readonly string[];
  readonly onDiscard: () => void;
  readonly onApply: (note: string) => Promise<void>;
}

const periods = [7, 14, 30, 90];

/** What has been changed and not yet put in force: first the preview, then the reason, then it holds. */
export function ChangeBar({ draft, changes, onDiscard, onApply }: ChangeBarProps) {
  const { words } = useWords();
  const { sayWrong } = useToast();
  const [days, setDays] = useState(14);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState<{ draft: Draft; answer: PreviewAnswer }>();
  async function tryOut() {
    setBusy(true);
    const body = { rulebook: draft, days };
    await tell<PreviewAnswer>('POST', '/rules/preview', body).then(
      (answer) => setTried({ draft, answer }),
      sayWrong,
    );
    setBusy(false);
  }
  const current = tried?.draft === draft ? tried.answer : undefined;
  return (
    <section className="change-bar" aria-label={words.rules.changes.title(changes.length)}>
      <div className="section-head">
        <h2>{words.rules.changes.title(changes.length)}</h2>
        <p className="steps">
          <select
            value={days}
            onChange={(event) => setDays(Number(event.target.value))}
            aria-label={words.rules.period}
          >
            {periods.map((period) => (
              <option key={period} value={period}>
                {words.rules.days(period)}
              </option>
            ))}
          </select>
          <button type="button" className={current ? '' : 'primary'} onClick={tryOut} disabled={busy}>
            {busy ? words.rules.trying : words.rules.preview}
          </button>
          <button type="button" onClick={onDiscard}>
            {words.rules.discard}
          </button>
        </p>
      </div>
      <ul className="change-list">
        {changes.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {current && (
        <>
          <Preview answer={current} />
          <form className="new-user" action={(form) => onApply(String(form.get('note')))}>
            <label className="field grow">
              <span>{words.rules.why}</span>
              <input name="note" required minLength={3} maxLength={500} autoComplete="off" />
            </label>
            <button type="submit" className="primary">
              {words.rules.apply}
            </button>
          </form>
        </>
      )}
    </section>
  );
}
