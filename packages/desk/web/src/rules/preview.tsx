import type { PreviewAnswer } from '../../../src/api/rules.ts';
import { Link } from '../router.tsx';
import { useLabels, useWords } from '../words/use-words.tsx';

const effects = ['toReview', 'toDelivery', 'otherQueue', 'earlier', 'later'] as const;

/** What the documents of the last days would have become, in numbers and with examples. */
export function Preview({ answer }: { readonly answer: PreviewAnswer }) {
  const { words, formats } = useWords();
  const labels = useLabels();
  const some = effects.some((effect) => answer[effect] > 0);
  return (
    <div className="preview-result" role="status">
      <p className="faint">
        {words.rules.examined(formats.count(answer.examined), formats.count(answer.total))}
      </p>
      {!some && <p>{words.rules.noEffect}</p>}
      {some && (
        <dl className="figures">
          {effects.map((effect) => (
            <div key={effect} className={answer[effect] > 0 && effect === 'toReview' ? 'soon' : ''}>
              <dt>{words.rules.effects[effect]}</dt>
              <dd>{formats.count(answer[effect])}</dd>
            </div>
          ))}
        </dl>
      )}
      {answer.abandoned.map(({ queue, open }) => (
        <p key={queue} className="wrong">
          {words.rules.abandoned(labels.queue(queue), formats.count(open))}
        </p>
      ))}
      <Examples examples={answer.examples} />
    </div>
  );
}

function Examples({ examples }: Pick<PreviewAnswer, 'examples'>) {
  const { words } = useWords();
  const labels = useLabels();
  const way = (queues: readonly string[]) => queues.map(labels.queue).join(', ') || words.rules.person;
  return (
    <ul className="examples">
      {examples.map(({ documentId, fileName, before, after }) => (
        <li key={documentId}>
          <Link to={`/dokument/${documentId}`}>{fileName}</Link> {way(before)} → <b>{way(after)}</b>
        </li>
      ))}
    </ul>
  );
}
