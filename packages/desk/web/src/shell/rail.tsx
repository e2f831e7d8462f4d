import type { OverviewAnswer } from '../../../src/api/overview.ts';
import { tell } from '../api.ts';
import type { Person } from '../app.tsx';
import { Keys } from '../keys/key-help.tsx';
import { Link } from '../router.tsx';
import { useLabels, useWords } from '../words/use-words.tsx';
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
      {person.permissions.includes('work') && <Departments queues={overview?.queues ?? []} path={path} />}
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
  const all = [
    ['/', words.nav.overview, 'overview', 'g o'],
    ['/suche', words.nav.search, 'documents', 'g s'],
    ['/klaerung', words.nav.review, 'review', 'g r'],
    ['/stapel', words.stacks.title, 'review', 'g t'],
    ['/leitung', words.nav.supervision, 'supervise', 'g l'],
    ['/regeln', words.nav.rules, 'rules', 'g e'],
    ['/stoerungen', words.nav.failures, 'operate', 'g f'],
    ['/personen', words.nav.users, 'users', 'g p'],
    ['/protokoll', words.nav.audit, 'audit', 'g a'],
  ] as const;
  return (
    <nav aria-label={words.nav.label}>
      <ul className="areas">
        {all
          .filter(([, , permission]) => person.permissions.includes(permission))
          .map(([to, label, , keys]) => (
            <li key={to}>
              <Link to={to} current={path === to}>
                <span>{label}</span>
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

function Departments({ queues, path }: { readonly queues: OverviewAnswer['queues']; readonly path: string }) {
  const { words, formats } = useWords();
  const labels = useLabels();
  if (queues.length === 0) return null;
  return (
    <nav aria-label={words.nav.departments} className="departments">
      <p className="rail-title">{words.nav.departments}</p>
      <ul className="areas">
        {queues.map(({ queue, open, overdue, soon }) => (
          <li key={queue}>
            <Link to={`/abteilung/${queue}`} current={path === `/abteilung/${queue}`}>
              <span className={overdue > 0 ? 'dot late' : soon > 0 ? 'dot soon' : 'dot'} />
              <span className="grow">{labels.queue(queue)}</span>
              <span className="number">{formats.count(open)}</span>
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
