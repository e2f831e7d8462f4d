import { useState } from 'react';
import type { RulesAnswer } from '../../../src/api/rules.ts';
import { tell } from '../api.ts';
import { Waiting } from '../parts/waiting.tsx';
import { CalendarEditor } from '../rules/calendar-editor.tsx';
import { ChangeBar } from '../rules/change-bar.tsx';
import { describeChanges } from '../rules/describe-changes.ts';
import type { Draft } from '../rules/draft.ts';
import { IntentTable } from '../rules/intent-table.tsx';
import { QueueNames } from '../rules/queue-names.tsx';
import { Threshold } from '../rules/threshold.tsx';
import { Versions } from '../rules/versions.tsx';
import { useToast } from '../shell/toast.tsx';
import { useAsk } from '../use-ask.ts';
import { useWords } from '../words/use-words.tsx';

const parts = ['intents', 'queues', 'threshold', 'calendar', 'versions'] as const;
type Part = (typeof parts)[number];

/** How the company wants its post treated: changed in a draft, tried out, put in force, taken back. */
export default function RulesView() {
  const { data, refusal, reload } = useAsk<RulesAnswer>('/rules');
  if (!data) return <Waiting refusal={refusal} />;
  return <RulesEditor key={data.version} answer={data} onSaved={reload} />;
}

interface RulesEditorProps {
  readonly answer: RulesAnswer;
  readonly onSaved: () => void;
}

function RulesEditor({ answer, onSaved }: RulesEditorProps) {
  const speech = useWords();
  const { words, formats } = speech;
  const [part, setPart] = useState<Part>('intents');
  const [draft, change] = useState<Draft>(answer.rulebook);
  const changes = describeChanges(answer.rulebook, draft, speech);
  const save = useSave(answer, onSaved);
  const last = answer.versions[0];
  return (
    <div className="view rules">
      <div className="section-head">
        <h1>{words.rules.title}</h1>
        <p className="faint">
          {words.rules.inForce(answer.version)}
          {last && `, ${formats.moment(last.at)}, ${last.actor}`}
        </p>
      </div>
      <p className="faint lead">{words.rules.lead}</p>
      <nav className="tabs" aria-label={words.rules.title}>
        {parts.map((one) => (
          <button key={one} type="button" aria-pressed={one === part} onClick={() => setPart(one)}>
            {words.rules.parts[one]}
          </button>
        ))}
      </nav>
      {part === 'intents' && <IntentTable {...{ draft, change, recognised: answer.recognised }} />}
      {part === 'queues' && <QueueNames {...{ draft, change }} />}
      {part === 'threshold' && <Threshold {...{ draft, change, answer }} />}
      {part === 'calendar' && <CalendarEditor {...{ draft, change }} />}
      {part === 'versions' && <Versions answer={answer} onRestore={change} />}
      {changes.length > 0 && (
        <ChangeBar
          {...{ draft, changes }}
          onDiscard={() => change(answer.rulebook)}
          onApply={(note) => save(draft, note)}
        />
      )}
    </div>
  );
}

/** Puts a draft in force; whoever was too quick takes it back on one key. */
function useSave({ version, rulebook: before }: RulesAnswer, onSaved: () => void) {
  const { words } = useWords();
  const { say, sayWrong } = useToast();
  const put = (basedOn: number, rulebook: Draft, note: string) =>
    tell<{ version: number }>('PUT', '/rules', { basedOn, rulebook, note });
  return async (draft: Draft, note: string) => {
    try {
      const saved = await put(version, draft, note);
      const undo = () =>
        put(saved.version, before, words.rules.takenBack(saved.version)).then(() => {
          say({ text: words.review.undone });
          onSaved();
        }, sayWrong);
      say({ text: words.rules.applied(saved.version), undo });
      onSaved();
    } catch (error) {
      sayWrong(error);
    }
  };
}
