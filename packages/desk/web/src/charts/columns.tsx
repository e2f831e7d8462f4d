import { useWords } from '../words/use-words.tsx';

export interface Series {
  readonly name: string;
  /** Class that gives its colour. */
  readonly tone: string;
  readonly values: readonly number[];
}

interface ChartProps {
  readonly title: string;
  readonly series: readonly Series[];
  /** One for each value. */
  readonly labels: readonly string[];
}

const width = 480;
const height = 150;
const foot = 18;
const side = 36;

/** Stacked columns: how much of what, when. */
export function Columns({ title, series, labels }: ChartProps) {
  const { formats } = useWords();
  const totals = labels.map((_, at) => series.reduce((sum, one) => sum + (one.values[at] ?? 0), 0));
  const top = niceTop(Math.max(...totals));
  const slot = (width - side) / labels.length;
  const scale = (height - foot - 6) / top;
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <Legend series={series} />
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
        <Grid top={top} format={formats.count} />
        {labels.map((label, at) => (
          <g key={label} transform={`translate(${side + at * slot} 0)`}>
            <title>{`${label}: ${series.map((one) => `${one.name} ${one.values[at] ?? 0}`).join(', ')}`}</title>
            <Stack
              values={series.map((one) => one.values[at] ?? 0)}
              tones={series.map((one) => one.tone)}
              width={slot - 3}
              scale={scale}
            />
            {at % 3 === 0 && (
              <text x={slot / 2} y={height - 4} className="tick middle">
                {label.replace(/\D.*$/, '')}
              </text>
            )}
          </g>
        ))}
      </svg>
    </figure>
  );
}

interface StackProps {
  readonly values: readonly number[];
  readonly tones: readonly string[];
  readonly width: number;
  readonly scale: number;
}

function Stack({ values, tones, width: wide, scale }: StackProps) {
  let y = height - foot;
  return tones.map((tone, index) => {
    const tall = (values[index] ?? 0) * scale;
    y -= tall;
    return (
      tall > 0 && <rect key={tone} className={`tone ${tone}`} x={1.5} y={y} width={wide} height={tall} />
    );
  });
}

export function Legend({ series }: { readonly series: readonly Pick<Series, 'name' | 'tone'>[] }) {
  return (
    <p className="legend">
      {series.map(({ name, tone }) => (
        <span key={tone}>
          <i className={`tone ${tone}`} />
          {name}
        </span>
      ))}
    </p>
  );
}

/** Three quiet lines with their values. */
export function Grid({ top, format }: { readonly top: number; readonly format: (value: number) => string }) {
  return [0, 0.5, 1].map((part) => {
    const y = height - foot - part * (height - foot - 6);
    return (
      <g key={part}>
        <line className="grid" x1={side} x2={width} y1={y} y2={y} />
        <text x={side - 5} y={y + 3} className="tick end">
          {format(part * top)}
        </text>
      </g>
    );
  });
}

/** The least even, round number that is not below the highest value. */
function niceTop(highest: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, highest)));
  const steps = [2, 4, 6, 8, 10].map((step) => step * power);
  return steps.find((step) => step >= highest) ?? 10 * power;
}
