import type { NextBlindAnswer } from '../../../src/api/blind.ts';
import { Keys } from '../keys/key-help.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { Came } from '../parts/came.tsx';
import { KeyButton } from '../parts/key-button.tsx';
import { useLabels, useWords } from '../words/use-words.tsx';

/** Keys that the page's own tools leave free. */
const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', 'q', 'w', 'e', 'r', 'a', 'f'];

interface BlindPanelProps {
  readonly document: NonNullable<NextBlindAnswer['document']>;
  readonly left: number;
  readonly chosen: readonly string[];
  readonly onChoose: (intents: readonly string[]) => void;
  readonly onDecide: () => void;
  readonly onSkip: () => void;
}

/** All intents, always in the same order, so that hands learn them; nothing hints at the machine's choice. */
export function BlindPanel({ document, left, chosen, onChoose, onDecide, onSkip }: BlindPanelProps) {
  const { words } = useWords();
  const labels = useLabels();
  const toggle = (intent: string) =>
    onChoose(chosen.includes(intent) ? chosen.filter((one) => one !== intent) : [...chosen, intent]);
  useKeys([
    ...labels.intents.slice(0, keys.length).map(({ intent }, at) => ({
      ...{ keys: keys[at] ?? '', label: labels.intent(intent), run: () => toggle(intent) },
    })),
    { keys: 'Enter', label: words.blind.decide, run: onDecide },
    { keys: 's', label: words.review.later, run: onSkip },
  ]);
  return (
    <aside className="facts decision">
      <h1>{words.blind.title}</h1>
      <p className="hit-facts">
        <Came {...document} />
        <span className="left">{words.review.left(left)}</span>
      </p>
      <p className="faint">{words.blind.lead}</p>
      <section>
        <h2>{words.review.intents}</h2>
        <ul className="choices blind-choices">
          {labels.intents.map(({ intent, keywords }, at) => (
            <li key={intent}>
              <button
                type="button"
                aria-pressed={chosen.includes(intent)}
                onClick={() => toggle(intent)}
                title={keywords.join(', ')}
              >
                {keys[at] && <Keys keys={keys[at]} />}
                <span className="grow">{labels.intent(intent)}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <p className="steps last">
        <KeyButton
          kind="primary"
          label={words.blind.decide}
          keys="Enter"
          onClick={onDecide}
          disabled={chosen.length === 0}
        />
        <KeyButton label={words.review.later} keys="s" onClick={onSkip} />
      </p>
    </aside>
  );
}
