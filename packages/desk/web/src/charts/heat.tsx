import { useWords } from '../words/use-words.tsx';

interface HeatProps {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly values: readonly number[] }[];
  readonly labels: readonly string[];
}

/** Rows of small squares, the darker the more: what is rising shows at a glance. */
export function Heat({ title, rows, labels }: HeatProps) {
  const { words, formats } = useWords();
  const most = Math.max(1, ...rows.flatMap((row) => row.values));
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      {rows.length === 0 && <p className="faint">{words.supervision.empty}</p>}
      <table className="heat">
        <tbody>
          {rows.map(({ name, values }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {values.map((value, at) => (
                <td key={labels[at]} title={`${labels[at]}: ${value}`}>
                  <span style={{ opacity: value === 0 ? 0.06 : 0.2 + (0.8 * value) / most }} />
                </td>
              ))}
              <td className="number">{formats.count(values.reduce((sum, one) => sum + one, 0))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
