import type { OverviewAnswer } from '../../../src/api/overview.ts';
import { AgeBar, AgeLegend } from '../charts/age-bar.tsx';
import { Due } from '../parts/due.tsx';
import { Empty } from '../parts/empty.tsx';
import { useSelection } from '../parts/use-selection.ts';
import { Waiting } from '../parts/waiting.tsx';
import { go, Link } from '../router.tsx';
import { usePerson } from '../shell/person.tsx';
import type { Asked } from '../use-ask.ts';
import { useLabels, useWords } from '../words/use-words.tsx';

export function OverviewView({
  overview: { data: overview, refusal },
}: {
  readonly overview: Asked<OverviewAnswer>;
}) {
  const { words } = useWords();
  const { permissions } = usePerson();
  const queues = overview?.queues ?? [];
  const { index } = useSelection({
    list: '/',
    ids: queues.map((one) => one.queue),
    open: (at) => go(`/abteilung/${queues[at]?.queue}`),
  });
  if (!overview) return <Waiting refusal={refusal} />;
  return (
    <div className="view">
      <h1>{words.overview.title}</h1>
      <Flow states={overview.states} />
      {permissions.includes('work') && queues.length > 0 && <QueueTable queues={queues} selected={index} />}
      {permissions.includes('work') && queues.length === 0 && <Empty title={words.overview.empty} />}
    </div>
  );
}

const working = ['received', 'read', 'classified', 'indexed'];

/** The way of a document in four numbers. */
function Flow({ states }: { readonly states: OverviewAnswer['states'] }) {
  const { words, formats } = useWords();
  const sum = (wanted: readonly string[]) => {
    const found = states.filter((one) => wanted.includes(one.state));
    const oldest = found.map((one) => one.oldest).sort()[0] ?? null;
    return { count: found.reduce((total, one) => total + one.count, 0), oldest };
  };
  const cells = [
    ['work', words.overview.inWork, sum(working), true],
    ['routed', words.overview.routed, sum(['routed']), false],
    ['review', words.overview.review, sum(['review']), true],
    ['rejected', words.overview.rejected, sum(['rejected']), false],
  ] as const;
  return (
    <dl className="flow">
      {cells.map(([name, label, { count, oldest }, aging]) => (
        <div key={name} className={`flow-cell ${name}`}>
          <dt>{label}</dt>
          <dd>{formats.count(count)}</dd>
          <dd className="flow-age">{aging && oldest ? words.overview.oldest(formats.age(oldest)) : ''}</dd>
        </div>
      ))}
    </dl>
  );
}

interface QueueTableProps {
  readonly queues: OverviewAnswer['queues'];
  readonly selected: number;
}

function QueueTable({ queues, selected }: QueueTableProps) {
  const { words, formats } = useWords();
  const labels = useLabels();
  const most = Math.max(...queues.map((one) => one.open));
  return (
    <section aria-label={words.overview.queues}>
      <div className="section-head">
        <h2>{words.overview.queues}</h2>
        <AgeLegend />
      </div>
      <table className="table">
        <thead>
          <tr>
            <th>{words.overview.queue}</th>
            <th className="right">{words.overview.open}</th>
            <th className="wide">{words.overview.ages}</th>
            <th>{words.overview.next}</th>
            <th className="right">{words.overview.claimed}</th>
          </tr>
        </thead>
        <tbody>
          {queues.map((one, index) => (
            <tr key={one.queue} aria-current={index === selected ? 'true' : undefined}>
              <th scope="row">
                <Link to={`/abteilung/${one.queue}`}>{labels.queue(one.queue)}</Link>
              </th>
              <td className="right number">{formats.count(one.open)}</td>
              <td>
                <AgeBar ages={one} most={most} />
              </td>
              <td>
                <Due at={one.nextDue} />
              </td>
              <td className="right number faint">{one.claimed > 0 ? formats.count(one.claimed) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
