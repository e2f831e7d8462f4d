import { useState } from 'react';
import type { PageAnswer } from '../../../src/api/documents.ts';
import { useAsk } from '../use-ask.ts';
import { useLabels, useWords } from '../words/use-words.tsx';

interface PageViewProps {
  readonly documentId: number;
  readonly number: number;
  readonly query?: string;
  /** Whether hits and findings are drawn. */
  readonly marks: boolean;
  /** Width by height, when known: the page keeps its place while it loads. */
  readonly aspect?: number | undefined;
  /** Turned by hand, clockwise. */
  readonly turn?: number;
}

export const imageOf = (documentId: number, number: number) =>
  `/api/documents/${documentId}/pages/${number}/image`;

/** One page as it came, with what was found drawn where it stands. */
export function PageView({
  documentId,
  number,
  query = '',
  marks,
  aspect = 210 / 297,
  turn = 0,
}: PageViewProps) {
  const { words } = useWords();
  const [state, setState] = useState<'coming' | 'drawn' | 'broken'>('coming');
  const search = query.trim() === '' ? '' : `?q=${encodeURIComponent(query)}`;
  const page = useAsk<PageAnswer>(marks ? `/documents/${documentId}/pages/${number}${search}` : null);
  if (state === 'broken') return <p className="page broken">{words.document.noImage}</p>;
  const sideways = turn % 180 !== 0;
  return (
    <div className="page-place" style={{ aspectRatio: String(sideways ? 1 / aspect : aspect) }}>
      <div
        className={`page ${state}`}
        style={{
          width: `${sideways ? aspect * 100 : 100}%`,
          aspectRatio: String(aspect),
          rotate: `${turn}deg`,
        }}
      >
        {state === 'coming' && <p className="page-waiting">{words.loading}</p>}
        <img
          src={imageOf(documentId, number)}
          alt={words.document.pageImage(number)}
          onLoad={() => setState('drawn')}
          onError={() => setState('broken')}
        />
        {marks && state === 'drawn' && page.data && <Marks marks={page.data.marks} />}
      </div>
    </div>
  );
}

function Marks({ marks }: { readonly marks: PageAnswer['marks'] }) {
  const { words } = useWords();
  const labels = useLabels();
  const nameOf = ({ kind, name }: PageAnswer['marks'][number]) =>
    kind === 'intent'
      ? labels.intent(name)
      : kind === 'field'
        ? (words.fields[name] ?? name)
        : kind === 'account'
          ? words.document.account
          : '';
  const boxes = marks.flatMap((mark) => mark.boxes.map((box) => ({ mark, box })));
  return (
    <div className="marks" aria-hidden="true">
      {boxes.map(({ mark, box: [left, top, width, height] }) => (
        <span
          key={`${mark.kind} ${mark.name} ${left} ${top} ${width}`}
          className={`mark ${mark.kind}`}
          data-name={nameOf(mark)}
          style={{ left: part(left), top: part(top), width: part(width), height: part(height) }}
        />
      ))}
    </div>
  );
}

const part = (fraction: number) => `${fraction * 100}%`;
