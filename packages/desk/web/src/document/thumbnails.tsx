import { useState } from 'react';
import { useWords } from '../words/use-words.tsx';
import type { PagedDocument } from './page-stage.tsx';

interface ThumbnailsProps {
  readonly document: PagedDocument;
  readonly current: number;
  readonly onSelect: (number: number) => void;
}

/** The pages, small. Empty ones, mostly backs, are left out until somebody asks; the original keeps them. */
export function Thumbnails({ document, current, onSelect }: ThumbnailsProps) {
  const { words } = useWords();
  const [all, setAll] = useState(false);
  const blanks = document.pages.filter(({ blank }) => blank).length;
  const hidden = blanks > 0 && blanks < document.pages.length && !all;
  const shown = document.pages.filter(({ blank, number }) => !hidden || !blank || number === current);
  return (
    <ol className="thumbnails">
      {shown.map(({ number, aspect }) => (
        <li key={number}>
          <button
            type="button"
            onClick={() => onSelect(number)}
            aria-pressed={number === current}
            aria-label={words.document.page(number, document.pages.length)}
          >
            <img
              src={`/api/documents/${document.id}/pages/${number}/image?size=thumbnail`}
              alt=""
              loading="lazy"
              style={{ aspectRatio: String(aspect) }}
            />
            <span>{number}</span>
          </button>
        </li>
      ))}
      {blanks > 0 && blanks < document.pages.length && (
        <li>
          <button type="button" className="blanks" onClick={() => setAll(!all)} aria-pressed={all}>
            {words.document.blanks(blanks)}
          </button>
        </li>
      )}
    </ol>
  );
}
