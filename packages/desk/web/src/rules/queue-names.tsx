import { useLabels, useWords } from '../words/use-words.tsx';
import { type Editing, queuesOfDraft } from './draft.ts';

/** What each department is called, and what comes there. */
export function QueueNames({ draft, change }: Editing) {
  const { words, language } = useWords();
  const labels = useLabels();
  const rename = (queue: string, part: { de?: string; en?: string }) => {
    const known = draft.queueLabels[queue] ?? { de: labels.queue(queue), en: labels.queue(queue) };
    change({ ...draft, queueLabels: { ...draft.queueLabels, [queue]: { ...known, ...part } } });
  };
  return (
    <table className="table rules-table">
      <thead>
        <tr>
          <th>{words.rules.queue}</th>
          <th>{words.rules.german}</th>
          <th>{words.rules.english}</th>
          <th className="wide">{words.rules.intent}</th>
        </tr>
      </thead>
      <tbody>
        {queuesOfDraft(draft).map((queue) => (
          <tr key={queue}>
            <th scope="row" className="account">
              {queue}
            </th>
            {(['de', 'en'] as const).map((tongue) => (
              <td key={tongue}>
                <input
                  aria-label={`${queue}: ${tongue === 'de' ? words.rules.german : words.rules.english}`}
                  value={draft.queueLabels[queue]?.[tongue] ?? labels.queue(queue)}
                  onChange={(event) => rename(queue, { [tongue]: event.target.value })}
                />
              </td>
            ))}
            <td className="soft">
              {draft.taxonomy.intents
                .filter((one) => one.queue === queue)
                .map((one) => one.label[language])
                .join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
