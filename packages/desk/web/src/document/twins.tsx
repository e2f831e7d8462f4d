import type { DocumentAnswer } from '../../../src/api/documents.ts';
import { ChannelIcon } from '../parts/channel.tsx';
import { Link } from '../router.tsx';
import { useWords } from '../words/use-words.tsx';

/** The same letter as it also came in, earlier or later. */
export function Twins({ twins }: { readonly twins: DocumentAnswer['twins'] }) {
  const { words, formats } = useWords();
  if (twins.length === 0) return null;
  return (
    <section>
      <h2>{words.twins.title}</h2>
      <ol className="related">
        {twins.map(({ documentId, likeness, channel, receivedAt, leads, state }) => (
          <li key={documentId}>
            <Link to={`/dokument/${documentId}`}>
              <ChannelIcon channel={channel} />
              <span className="grow">
                {words.twins.came(words.channels[channel], formats.date(receivedAt))}
                {likeness === 'alike' && ` (${words.twins.alike})`}
                {leads && ` (${words.twins.leads})`}
              </span>
              {state !== 'routed' && <span className={`state ${state}`}>{words.states[state]}</span>}
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
