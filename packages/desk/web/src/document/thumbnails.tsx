import type { DocumentAnswer } from '../../../src/api/documents.ts';
import { useWords } from '../words/use-words.tsx';

interface ThumbnailsProps {
  readonly document: DocumentAnswer;
  readonly current: number;
  readonly onSelect: (number: number) => void;
}

export function Thumbnails({ document, current, onSelect }: ThumbnailsProps) {
  const { words } = useWords();
  return (
    <ol className="thumbnails">
      {document.pages.map(({ number, aspect }) => (
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
    </ol>
  );
}
