import { useWords } from '../words/use-words.tsx';

export interface Ages {
  readonly open: number;
  readonly overdue: number;
  readonly soon: number;
  readonly today: number;
}

const kinds = ['overdue', 'soon', 'today', 'later'] as const;

/** Open work by how near its deadline is, as one bar; `most` gives the full width. */
export function AgeBar({ ages, most }: { readonly ages: Ages; readonly most: number }) {
  const { words } = useWords();
  const counts = { ...ages, later: ages.open - ages.overdue - ages.soon - ages.today };
  const shown = kinds.filter((kind) => counts[kind] > 0);
  const label = shown.map((kind) => `${counts[kind]} ${words.overview.legend[kind]}`).join(', ');
  return (
    <div className="age-bar" role="img" aria-label={label} title={label}>
      {shown.map((kind) => (
        <span
          key={kind}
          className={`age ${kind}`}
          style={{ width: `${(counts[kind] / Math.max(1, most)) * 100}%` }}
        />
      ))}
    </div>
  );
}

export function AgeLegend() {
  const { words } = useWords();
  return (
    <p className="legend">
      {kinds.map((kind) => (
        <span key={kind}>
          <i className={`age ${kind}`} />
          {words.overview.legend[kind]}
        </span>
      ))}
    </p>
  );
}
