import type { BlindDecisionAnswer } from '../../../src/api/blind.ts';
import { useKeys } from '../keys/use-keys.ts';
import { KeyButton } from '../parts/key-button.tsx';
import { go } from '../router.tsx';
import { useLabels, useWords } from '../words/use-words.tsx';

interface RevealProps {
  readonly answer: BlindDecisionAnswer;
  readonly chosen: readonly string[];
  readonly documentId: number;
  readonly onNext: () => void;
}

/** Only when the two differ: what the machine had said, and the way to put the delivery right. */
export function Reveal({ answer, chosen, documentId, onNext }: RevealProps) {
  const { words } = useWords();
  const labels = useLabels();
  const correct = () => go(`/klaerung?dokument=${documentId}`);
  useKeys([
    { keys: 'Enter', label: words.blind.next, run: onNext },
    { keys: 'c', label: words.document.correct, run: correct },
  ]);
  const names = (intents: readonly string[]) => intents.map(labels.intent).join(', ') || words.none;
  return (
    <aside className="facts decision">
      <h1>{words.blind.title}</h1>
      <div className={answer.verdict === 'wrong' ? 'reason rejected' : 'reason review'} role="status">
        <h2>{words.blind.verdicts[answer.verdict]}</h2>
        <p>{words.blind.stays}</p>
      </div>
      <dl className="pairs">
        <div>
          <dt>{words.blind.you}</dt>
          <dd>{names(chosen)}</dd>
        </div>
        <div>
          <dt>{words.blind.machine}</dt>
          <dd>{names(answer.machine)}</dd>
        </div>
      </dl>
      <p className="steps last">
        <KeyButton kind="primary" label={words.blind.next} keys="Enter" onClick={onNext} />
        <KeyButton label={words.document.correct} keys="c" onClick={correct} />
      </p>
    </aside>
  );
}
