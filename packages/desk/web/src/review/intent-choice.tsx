import { useState } from 'react';
import type { DocumentAnswer } from '../../../src/api/documents.ts';
import { Confidence } from '../document/facts.tsx';
import { Keys } from '../keys/key-help.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useLabels, useWords } from '../words/use-words.tsx';
import { Finder } from './finder.tsx';

interface IntentChoiceProps {
  readonly guesses: DocumentAnswer['intents'];
  readonly chosen: readonly string[];
  readonly onChoose: (intents: readonly string[]) => void;
}

const keys = ['1', '2', '3'];

/** The three best guesses, each on a key; a letter may hold several. Any other intent by its name. */
export function IntentChoice({ guesses, chosen, onChoose }: IntentChoiceProps) {
  const { words } = useWords();
  const labels = useLabels();
  const offered = guesses.slice(0, keys.length);
  const added = chosen.filter((intent) => !offered.some((one) => one.intent === intent));
  const toggle = (intent: string) =>
    onChoose(chosen.includes(intent) ? chosen.filter((one) => one !== intent) : [...chosen, intent]);
  useKeys(
    offered.map(({ intent }, index) => ({
      keys: keys[index] ?? '',
      label: labels.intent(intent),
      run: () => toggle(intent),
    })),
  );
  const others = labels.intents.filter(
    ({ intent }) => !chosen.includes(intent) && !offered.some((one) => one.intent === intent),
  );
  return (
    <section>
      <h2>{words.review.intents}</h2>
      <ul className="choices">
        {offered.map(({ intent, confidence, evidence }, index) => (
          <li key={intent}>
            <button type="button" aria-pressed={chosen.includes(intent)} onClick={() => toggle(intent)}>
              <Keys keys={keys[index] ?? ''} />
              <span className="grow">
                <b>{labels.intent(intent)}</b>
                {evidence[0] && <q>{evidence[0]}</q>}
              </span>
              <Confidence value={confidence} />
            </button>
          </li>
        ))}
        {added.map((intent) => (
          <li key={intent}>
            <button type="button" aria-pressed={true} onClick={() => toggle(intent)}>
              <span className="grow">
                <b>{labels.intent(intent)}</b>
              </span>
            </button>
          </li>
        ))}
        <FindIntent others={others.map((one) => one.intent)} onFind={toggle} />
      </ul>
    </section>
  );
}

interface FindIntentProps {
  readonly others: readonly string[];
  readonly onFind: (intent: string) => void;
}

function FindIntent({ others, onFind }: FindIntentProps) {
  const { words } = useWords();
  const labels = useLabels();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const found = others.filter((intent) => wanted && labels.intent(intent).toLowerCase().includes(wanted));
  const take = (intent: string) => {
    onFind(intent);
    setTyped('');
  };
  const [first] = found;
  return (
    <>
      <Finder
        {...{ keys: 'a', label: words.review.otherIntent, typed, onType: setTyped }}
        onTake={first === undefined ? undefined : () => take(first)}
      />
      {found.slice(0, 5).map((intent) => (
        <li key={intent}>
          <button type="button" aria-pressed={false} onClick={() => take(intent)}>
            <span className="grow">{labels.intent(intent)}</span>
          </button>
        </li>
      ))}
    </>
  );
}
