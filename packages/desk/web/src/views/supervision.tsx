import type { SupervisionAnswer } from '../../../src/api/supervision.ts';
import { AgeBar, AgeLegend } from '../charts/age-bar.tsx';
import { Columns } from '../charts/columns.tsx';
import { Heat } from '../charts/heat.tsx';
import { Intervals } from '../charts/intervals.tsx';
import { Lines } from '../charts/lines.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { Link } from '../router.tsx';
import { useAsk } from '../use-ask.ts';
import type { Formats } from '../words/format.ts';
import type { Words } from '../words/german.ts';
import { useLabels, useWords } from '../words/use-words.tsx';

/** The figures of a supervisor's morning. */
export default function SupervisionView() {
  const { words } = useWords();
  const { data, refusal } = useAsk<SupervisionAnswer>('/supervision', { everyMs: 30_000 });
  if (!data) return <Waiting refusal={refusal} />;
  return (
    <div className="view">
      <h1>{words.supervision.title}</h1>
      <Figures data={data} />
      <div className="chart-grid">
        <div className="chart-column">
          <Flow data={data} />
          <Ages data={data} />
          <Rate data={data} />
          <Intents data={data} />
        </div>
        <div className="chart-column">
          <Outcomes data={data} />
          <Late data={data} />
          <Blind data={data} />
        </div>
      </div>
    </div>
  );
}

interface Part {
  readonly data: SupervisionAnswer;
}

const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);

function Figures({ data }: Part) {
  const { words, formats } = useWords();
  const today = data.days.find((one) => one.day === data.today);
  const share = (part: number | undefined) =>
    today && today.settled > 0 ? formats.share((part ?? 0) / today.settled) : '–';
  const figures = [
    [words.supervision.came, formats.count(sum(data.flow.map((one) => one.came))), ''],
    [words.supervision.finished, formats.count(data.finishedToday), ''],
    [words.supervision.late, formats.count(sum(data.queues.map((one) => one.overdue))), 'late'],
    [words.supervision.soon, formats.count(sum(data.queues.map((one) => one.soon))), 'soon'],
    [words.supervision.automation, share(today?.automatic), ''],
    [words.blind.wrongRate, blindShare(data, formats), '', blindHint(data, words, formats)],
  ] as const;
  return (
    <dl className="figures">
      {figures.map(([label, value, tone, note = '']) => (
        <div key={label} className={value === '0' ? '' : tone}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {note && <dd className="note">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** Nothing checked says nothing: a dash, not zero. */
const blindShare = ({ blind }: SupervisionAnswer, formats: Formats) =>
  blind.checked === 0 ? '–' : formats.share(blind.share);

const blindHint = ({ blind }: SupervisionAnswer, words: Words, formats: Formats) =>
  blind.checked === 0
    ? words.blind.noneChecked
    : words.blind.interval(formats.share(blind.low), formats.share(blind.high), formats.count(blind.checked));

function Blind({ data }: Part) {
  const { words, formats } = useWords();
  const labels = useLabels();
  const rows = data.blind.intents.map(({ intent, share, low, high, wrong, checked }) => ({
    ...{ name: labels.intent(intent), share, low, high },
    count: words.blind.of(formats.count(wrong), formats.count(checked)),
  }));
  return (
    <Intervals
      title={words.blind.byIntent}
      hint={data.blind.checked === 0 ? words.blind.noneChecked : words.blind.byIntentHint(data.blind.days)}
      rows={rows}
      format={formats.share}
    />
  );
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);

function Flow({ data }: Part) {
  const { words } = useWords();
  const series = (['letter', 'fax', 'email'] as const).map((channel) => ({
    name: words.channels[channel],
    tone: channel,
    values: hours.map((hour) =>
      sum(data.flow.filter((one) => one.hour === hour && one.channel === channel).map((one) => one.came)),
    ),
  }));
  return (
    <Columns title={words.supervision.flow} series={series} labels={hours.map(words.supervision.hour)} />
  );
}

function Outcomes({ data }: Part) {
  const { words } = useWords();
  const series = (['routed', 'review', 'rejected'] as const).map((state) => ({
    name: words.states[state],
    tone: state,
    values: hours.map((hour) => data.outcomes.find((one) => one.hour === hour)?.[state] ?? 0),
  }));
  return (
    <Columns title={words.supervision.outcomes} series={series} labels={hours.map(words.supervision.hour)} />
  );
}

function Ages({ data }: Part) {
  const { words, formats } = useWords();
  const labels = useLabels();
  const most = Math.max(1, ...data.queues.map((one) => one.open));
  return (
    <figure className="chart">
      <figcaption>{words.supervision.ages}</figcaption>
      <AgeLegend />
      <table className="bars">
        <tbody>
          {data.queues.map((one) => (
            <tr key={one.queue}>
              <th scope="row">
                <Link to={`/abteilung/${one.queue}`}>{labels.queue(one.queue)}</Link>
              </th>
              <td>
                <AgeBar ages={one} most={most} />
              </td>
              <td className="number">{formats.count(one.open)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function Late({ data }: Part) {
  const { words, formats } = useWords();
  const labels = useLabels();
  const queues = [...new Set(data.becomingLate.map((one) => one.queue))];
  const columns = [0, 1, 2, 3, 4];
  const countOf = (queue: string, hour: number) =>
    data.becomingLate.find((one) => one.queue === queue && one.hour === hour)?.count ?? 0;
  return (
    <figure className="chart">
      <figcaption>{words.supervision.becoming}</figcaption>
      {queues.length === 0 && <p className="faint">{words.supervision.nothingLate}</p>}
      {queues.length > 0 && (
        <table className="late-table">
          <thead>
            <tr>
              <th>
                <span className="unseen">{words.overview.queue}</span>
              </th>
              {columns.map((hour) => (
                <th key={hour}>{words.supervision.inHours(hour)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {queues.map((queue) => (
              <tr key={queue}>
                <th scope="row">{labels.queue(queue)}</th>
                {columns.map((hour) => (
                  <td key={hour} className={hour === 0 ? 'late' : 'soon'}>
                    {countOf(queue, hour) > 0 ? formats.count(countOf(queue, hour)) : ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </figure>
  );
}

function Rate({ data }: Part) {
  const { words, formats } = useWords();
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  return (
    <Lines
      title={words.supervision.rate}
      labels={data.days.map((one) => formats.day(one.day))}
      series={[
        {
          name: words.supervision.automation,
          tone: 'routed',
          values: data.days.map((one) => share(one.automatic, one.settled)),
        },
        {
          name: words.supervision.corrected,
          tone: 'rejected',
          values: data.days.map((one) => share(one.corrected, one.settled)),
        },
      ]}
    />
  );
}

function Intents({ data }: Part) {
  const { words, formats } = useWords();
  const labels = useLabels();
  const days = [...new Set(data.intents.map((one) => one.day))];
  const intents = [...new Set(data.intents.map((one) => one.intent))];
  const rows = intents
    .map((intent) => ({
      name: labels.intent(intent),
      values: days.map(
        (day) => data.intents.find((one) => one.day === day && one.intent === intent)?.count ?? 0,
      ),
    }))
    .sort((a, b) => sum(b.values) - sum(a.values));
  return <Heat title={words.supervision.intents} rows={rows} labels={days.map(formats.day)} />;
}
