import { useRef, useState } from 'react';
import type { DocumentAnswer } from '../../../src/api/documents.ts';
import { tell } from '../api.ts';
import { StackLink } from '../document/facts.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { Came } from '../parts/came.tsx';
import { KeyButton } from '../parts/key-button.tsx';
import { useToast } from '../shell/toast.tsx';
import { useLabels, useWords } from '../words/use-words.tsx';
import { AccountChoice } from './account-choice.tsx';
import { IntentChoice } from './intent-choice.tsx';

interface DecisionPanelProps {
  readonly document: DocumentAnswer;
  /** How many wait in all. */
  readonly left: number;
  /** Somebody else who is deciding about it right now. */
  readonly claimedBy: string | null;
  readonly onNext: () => void;
  readonly onSkip: () => void;
  /** An undone decision comes back to be decided again. */
  readonly onBack: (id: number) => void;
}

/** What a person decides: intents on 1 2 3, the account on q w e, Enter delivers and brings the next. */
export function DecisionPanel({ document, left, claimedBy, onNext, onSkip, onBack }: DecisionPanelProps) {
  const { words } = useWords();
  const [intents, setIntents] = useState<readonly string[]>(() => guessedIntents(document));
  const [account, setAccount] = useState(() => guessedAccount(document));
  const needless = useNeedsNoAccount(intents);
  const customerNumber = account ?? (needless ? null : account);
  const [seen] = useState(() => guessedIntents(document));
  const deliver = useDeliver(document.id, { intents, seen, customerNumber }, onNext, onBack);
  useKeys([{ keys: 'Enter', label: words.review.deliver, run: deliver }]);
  return (
    <aside className="facts decision">
      <h1 className="unseen">{words.review.title}</h1>
      <p className="hit-facts">
        <Came {...document} />
        <span className="left">{words.review.left(left)}</span>
      </p>
      {claimedBy !== null && <p className="reason rejected">{words.review.taken(claimedBy)}</p>}
      {document.reason && (
        <div className="reason review">
          <h2>{words.review.why}</h2>
          <p>{document.reason}</p>
          <StackLink document={document} />
        </div>
      )}
      <IntentChoice guesses={document.intents} chosen={intents} onChoose={setIntents} />
      <AccountChoice guesses={document.accounts} chosen={customerNumber} onChoose={setAccount} />
      <Destination intents={intents} ready={customerNumber !== undefined} />
      <p className="steps last">
        <KeyButton kind="primary" label={words.review.deliver} keys="Enter" onClick={deliver} />
        <KeyButton label={words.review.later} keys="s" onClick={onSkip} />
      </p>
    </aside>
  );
}

const guessedIntents = ({ intents }: DocumentAnswer) =>
  intents.filter((one) => one.chosen).map((one) => one.intent);

/** Undefined: nothing chosen yet; null: there is no account. */
const guessedAccount = ({ accounts }: DocumentAnswer): string | null | undefined =>
  accounts.find((one) => one.linked)?.customerNumber;

/** Advertising and the like belongs to nobody's account: nothing needs to be chosen. */
function useNeedsNoAccount(intents: readonly string[]): boolean {
  const labels = useLabels();
  const chosen = labels.intents.filter((one) => intents.includes(one.intent));
  return chosen.length > 0 && chosen.every((one) => !one.needsAccount);
}

function useDeliver(
  id: number,
  decision: {
    intents: readonly string[];
    seen: readonly string[];
    customerNumber: string | null | undefined;
  },
  onNext: () => void,
  onBack: (id: number) => void,
) {
  const { words } = useWords();
  const labels = useLabels();
  const { say, sayWrong } = useToast();
  const busy = useRef(false);
  return async () => {
    if (busy.current) return; // Enter pressed twice decides once
    if (decision.intents.length === 0 || decision.customerNumber === undefined) {
      return say({ text: words.review.nothingChosen, bad: true });
    }
    busy.current = true;
    try {
      const { label, queues } = await tell<{ label: number; queues: readonly string[] }>(
        'POST',
        `/review/${id}/decision`,
        decision,
      );
      const undo = () =>
        tell('POST', `/decisions/${label}/undo`).then(() => {
          say({ text: words.review.undone });
          onBack(id);
        }, sayWrong);
      say({ text: words.review.delivered(queues.map(labels.queue).join(', ')), undo });
      onNext();
    } catch (error) {
      sayWrong(error);
    } finally {
      busy.current = false;
    }
  };
}

function Destination({ intents, ready }: { readonly intents: readonly string[]; readonly ready: boolean }) {
  const { words } = useWords();
  const labels = useLabels();
  const queues = new Set(
    labels.intents.filter((one) => intents.includes(one.intent)).map((one) => one.queue),
  );
  return (
    <p className="destination" aria-live="polite">
      {ready && queues.size > 0 ? (
        <>
          {words.review.to} <b>{[...queues].map(labels.queue).join(', ')}</b>
        </>
      ) : (
        words.review.nothingChosen
      )}
    </p>
  );
}
