/** What was seen at one moment. */
export interface Sample {
  readonly seconds: number;
  /** Resident memory of the largest worker. */
  readonly workerMb: number;
  readonly live: { readonly waiting: number; readonly oldestSeconds: number };
  readonly backfill: { readonly waiting: number; readonly oldestSeconds: number };
}

const [width, height, margin] = [900, 260, 50];
const colours = { live: '#b3261e', backfill: '#4a6fa5' } as const;

/** Two plots over time, as SVG: how many documents wait, and how long the oldest has waited. */
export function drawBurst(title: string, samples: readonly Sample[]): string {
  const waiting = (kind: Kind) => samples.map((one) => one[kind].waiting);
  const oldest = (kind: Kind) => samples.map((one) => one[kind].oldestSeconds);
  const times = samples.map((one) => one.seconds);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${2 * height + margin}" font-family="sans-serif" font-size="13">
<rect width="100%" height="100%" fill="white"/>
<text x="${margin}" y="24" font-size="16">${title}</text>
<text x="${width - 2 * margin}" y="24" text-anchor="end" fill="${colours.live}">live mail</text>
<text x="${width - 20}" y="24" text-anchor="end" fill="${colours.backfill}">backfill</text>
${plot('documents that wait', times, waiting, margin)}
${plot('age of the oldest, in seconds', times, oldest, margin + height)}
</svg>
`;
}

type Kind = keyof typeof colours;

function plot(
  label: string,
  times: readonly number[],
  values: (kind: Kind) => number[],
  top: number,
): string {
  const most = Math.max(1, ...values('live'), ...values('backfill'));
  const end = Math.max(1, ...times);
  const bottom = top + height - margin;
  const x = (seconds: number) => (margin + (seconds / end) * (width - 2 * margin)).toFixed(1);
  const y = (value: number) => (bottom - (value / most) * (height - 2 * margin)).toFixed(1);
  const line = (kind: Kind) => {
    const points = values(kind).map((value, index) => `${x(times[index] ?? 0)},${y(value)}`);
    return `<polyline fill="none" stroke="${colours[kind]}" stroke-width="1.5" points="${points.join(' ')}"/>`;
  };
  return `<text x="${margin}" y="${top + margin - 8}">${label} (at most ${most.toFixed(0)})</text>
<path d="M${margin} ${top + margin}V${bottom}H${width - margin}" fill="none" stroke="#888"/>
<text x="${width - margin}" y="${bottom + 16}" text-anchor="end">${end.toFixed(0)} s</text>
${line('live')}${line('backfill')}`;
}
