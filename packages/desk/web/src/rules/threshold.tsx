import type { RulesAnswer } from '../../../src/api/rules.ts';
import { useWords } from '../words/use-words.tsx';
import type { Editing } from './draft.ts';

interface ThresholdProps extends Editing {
  readonly answer: RulesAnswer;
}

/** How sure the machine must be, said as what it costs: few errors, or few letters for people. */
export function Threshold({ draft, change, answer }: ThresholdProps) {
  const { words, formats } = useWords();
  const chosen = draft.targetWrongRate ?? answer.trainedTarget;
  return (
    <div className="rules-form">
      <fieldset className="targets">
        <legend>{words.rules.target}</legend>
        <p className="faint">{words.rules.targetLead}</p>
        {distinct(answer.curve).map(({ targetWrongRate: rate, routedShare }) => (
          <label key={rate} className="target">
            <input
              type="radio"
              name="target"
              checked={rate === chosen}
              onChange={() =>
                change({ ...draft, targetWrongRate: rate === answer.trainedTarget ? null : rate })
              }
            />
            <b>{formats.share(rate)}</b>
            <span className="target-bar" aria-hidden="true">
              <i style={{ width: `${routedShare * 100}%` }} />
            </span>
            <span>{words.rules.automatic(formats.share(routedShare))}</span>
            {rate === answer.trainedTarget && <span className="tag">{words.rules.asTrained}</span>}
          </label>
        ))}
      </fieldset>
      <label className="field">
        <span>{words.rules.blind}</span>
        <span className="with-unit">
          <input
            type="number"
            min={0}
            max={100}
            step={0.5}
            value={Math.round(draft.blindShare * 1000) / 10}
            onChange={(event) =>
              change({ ...draft, blindShare: Math.min(1, (event.target.valueAsNumber || 0) / 100) })
            }
          />
          %
        </span>
        <small>{words.rules.blindLead}</small>
      </label>
    </div>
  );
}

/** Targets that make no difference are not offered twice. */
const distinct = (curve: RulesAnswer['curve']) =>
  curve.filter((point, at) => point.routedShare !== curve[at + 1]?.routedShare);
