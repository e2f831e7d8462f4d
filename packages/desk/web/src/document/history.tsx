import type { DocumentAnswer } from '../../../src/api/documents.ts';
import { useLabels, useWords } from '../words/use-words.tsx';

/** Every event of a document in words, newest first. */
export function History({ history }: { readonly history: DocumentAnswer['history'] }) {
  const { words, formats } = useWords();
  const labels = useLabels();
  const sentence = ({ kind, details }: DocumentAnswer['history'][number]) => {
    const named = { ...details };
    for (const key of ['to', 'queue']) {
      if (typeof details[key] === 'string') named[key] = labels.queue(details[key]);
    }
    if (typeof details['intent'] === 'string') named['intent'] = labels.intent(details['intent']);
    return words.events[kind]?.(named) ?? kind;
  };
  return (
    <section>
      <h2>{words.document.history}</h2>
      <ol className="history">
        {history.toReversed().map((event) => (
          <li key={event.sequence} className={event.kind}>
            <p>{sentence(event)}</p>
            <p className="faint">
              {words.actors[event.actor] ?? event.actor},{' '}
              <time dateTime={event.at}>{formats.moment(event.at)}</time>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
