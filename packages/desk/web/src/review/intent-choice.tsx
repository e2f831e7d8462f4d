import type { DocumentAnswer } from '../../../src/api/documents.ts';
import { Confidence } from '../document/facts.tsx';
import { Keys } from '../keys/key-help.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useLabels, useWords } from '../words/use-words.tsx';

interface IntentChoiceProps {
  readonly guesses: DocumentAnswer['intents'];
  readonly chosen: readonly string[];
  readonly onChoose: (intents: readonly string[]) => void;
}

const keys = ['1', '2', '3'];

/** The three best guesses, each on a key; a letter may hold several. Any other intent from the list. */
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
      </ul>
      <select
        className="other"
        aria-label={words.review.otherIntent}
        value=""
        onChange={(event) => event.target.value && toggle(event.target.value)}
      >
        <option value="">{words.review.otherIntent} …</option>
        {others.map(({ intent }) => (
          <option key={intent} value={intent}>
            {labels.intent(intent)}
          </option>
        ))}
      </select>
    </section>
  );
}
