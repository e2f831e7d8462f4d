import { useWords } from '../words/use-words.tsx';
import { Grid, Legend, type Series } from './columns.tsx';

interface LinesProps {
  readonly title: string;
  /** Shares from 0 to 1. */
  readonly series: readonly Series[];
  readonly labels: readonly string[];
}

const [left, right, top, bottom] = [30, 474, 6, 132];

/** Shares over days. */
export function Lines({ title, series, labels }: LinesProps) {
  const { words, formats } = useWords();
  const last = Math.max(1, labels.length - 1);
  const x = (at: number) =>
    labels.length === 1 ? (left + right) / 2 : left + 8 + (at / last) * (right - left - 8);
  const y = (value: number) => bottom - value * (bottom - top);
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <Legend series={series} />
      {labels.length === 0 && <p className="faint">{words.supervision.empty}</p>}
      <svg viewBox="0 0 480 150" role="img" aria-label={title}>
        <Grid top={1} format={formats.share} />
        {series.map(({ name, tone, values }) => (
          <g key={tone} className={`line ${tone}`}>
            <polyline points={values.map((value, at) => `${x(at)},${y(value)}`).join(' ')} />
            {values.map((value, at) => (
              <circle key={labels[at]} cx={x(at)} cy={y(value)} r={3}>
                <title>{`${labels[at]}: ${name} ${formats.share(value)}`}</title>
              </circle>
            ))}
          </g>
        ))}
        <text x={left + 8} y={146} className="tick">
          {labels[0]}
        </text>
        {labels.length > 1 && (
          <text x={right} y={146} className="tick end">
            {labels.at(-1)}
          </text>
        )}
      </svg>
    </figure>
  );
}
