interface IntervalsProps {
  readonly title: string;
  readonly hint: string;
  readonly rows: readonly {
    readonly name: string;
    readonly share: number;
    readonly low: number;
    readonly high: number;
    /** "3 von 120" */
    readonly count: string;
  }[];
  readonly format: (share: number) => string;
}

/** A share with the interval in which it may lie: few cases show as a long line. */
export function Intervals({ title, hint, rows, format }: IntervalsProps) {
  const top = Math.max(0.02, ...rows.map((row) => row.high));
  const at = (share: number) => `${(share / top) * 100}%`;
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <p className="faint">{hint}</p>
      <table className="intervals">
        <tbody>
          {rows.map(({ name, share, low, high, count }) => (
            <tr key={name}>
              <th scope="row" className="name">
                {name}
              </th>
              <td>
                <div className="interval" role="img" aria-label={`${format(low)}–${format(high)}`}>
                  <i style={{ left: at(low), width: at(high - low) }} />
                  <b style={{ left: at(share) }} />
                </div>
              </td>
              <td className="number">{format(share)}</td>
              <td className="number faint">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
