import type { OverviewAnswer } from '../../../src/api/overview.ts';
import { tell } from '../api.ts';
import type { Person } from '../app.tsx';
import { Keys } from '../keys/key-help.tsx';
import { Link } from '../router.tsx';
import { useLabels, useWords } from '../words/use-words.tsx';
import { areasOf } from './areas.ts';
import { switchTheme } from './theme.ts';

interface RailProps {
  readonly person: Person;
  readonly overview: OverviewAnswer | undefined;
  readonly path: string;
  readonly onHelp: () => void;
}

export function Rail({ person, overview, path, onHelp }: RailProps) {
  return (
    <header className="rail">
      <div className="airmail" />
      <p className="brand">Mailroom</p>
      <Areas person={person} path={path} review={overview?.review?.open ?? 0} />
      {person.permissions.includes('work') && (
        <Departments {...{ person, path }} open={overview?.queues ?? []} />
      )}
      <Foot person={person} onHelp={onHelp} />
    </header>
  );
}

function Areas({
  person,
  path,
  review,
}: {
  readonly person: Person;
  readonly path: string;
  readonly review: number;
}) {
  const { words, formats } = useWords();
  return (
    <nav aria-label={words.nav.label}>
      <ul className="areas">
        {areasOf(person).map(({ path: to, label, keys }) => (
          <li key={to}>
            <Link to={to} current={path === to}>
              <span>{label(words)}</span>
              {to === '/klaerung' && review > 0 ? (
                <span className="badge">{formats.count(review)}</span>
              ) : (
                <Keys keys={keys} />
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface DepartmentsProps {
  readonly person: Person;
  readonly open: OverviewAnswer['queues'];
  readonly path: string;
}

/** Departments with open work, and somebody's own ones also when all of it is done. */
function Departments({ person, open, path }: DepartmentsProps) {
  const { words, formats } = useWords();
  const labels = useLabels();
  const own = person.queues.filter((queue) => labels.queues.includes(queue));
  const done = own.filter((queue) => !open.some((one) => one.queue === queue));
  const queues = [...open, ...done.map((queue) => ({ queue, open: 0, overdue: 0, soon: 0 }))];
  if (queues.length === 0) return null;
  return (
    <nav aria-label={words.nav.departments} className="departments">
      <p className="rail-title">{words.nav.departments}</p>
      <ul className="areas">
        {queues.map(({ queue, open: count, overdue, soon }) => (
          <li key={queue}>
            <Link to={`/abteilung/${queue}`} current={path === `/abteilung/${queue}`}>
              <span className={overdue > 0 ? 'dot late' : soon > 0 ? 'dot soon' : 'dot'} />
              <span className="grow">{labels.queue(queue)}</span>
              <span className="number">{formats.count(count)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Foot({ person, onHelp }: { readonly person: Person; readonly onHelp: () => void }) {
  const { words, switchLanguage } = useWords();
  const leave = async () => {
    const there = await tell<{ next: string | null }>('DELETE', '/session').catch(() => undefined); // signed out already
    location.assign(there?.next ?? '/');
  };
  return (
    <div className="rail-foot">
      <p className="me">
        <b>{person.displayName}</b>
        <span>{words.users.roles[person.role]}</span>
      </p>
      <p className="rail-tools">
        <button type="button" onClick={onHelp} aria-label={words.keys.help}>
          ?
        </button>
        <button type="button" onClick={switchTheme} aria-label={words.nav.theme}>
          ◐
        </button>
        <button type="button" onClick={switchLanguage}>
          {words.other === 'English' ? 'EN' : 'DE'}
        </button>
        <button type="button" onClick={leave}>
          {words.nav.signOut}
        </button>
      </p>
    </div>
  );
}
