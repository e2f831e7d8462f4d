import { lazy, type ReactNode, Suspense } from 'react';
import type { OverviewAnswer } from '../../../src/api/overview.ts';
import type { Person } from '../app.tsx';
import { useLocation } from '../router.tsx';
import type { Asked } from '../use-ask.ts';
import { AuditView } from '../views/audit.tsx';
import { DocumentView } from '../views/document.tsx';
import { FailuresView } from '../views/failures.tsx';
import { OverviewView } from '../views/overview.tsx';
import { ReviewView } from '../views/review.tsx';
import { SearchView } from '../views/search.tsx';
import { UsersView } from '../views/users.tsx';
import { WorklistView } from '../views/worklist.tsx';
import { usePerson } from './person.tsx';

const BlindDesk = lazy(() => import('../blind/blind-desk.tsx'));
const RulesView = lazy(() => import('../views/rules.tsx'));
const StacksView = lazy(() => import('../views/stacks.tsx'));
const SupervisionView = lazy(() => import('../views/supervision.tsx'));

/** What stands behind the first part of the path. */
interface At {
  readonly id: string;
  readonly query: URLSearchParams;
}

type Permission = Person['permissions'][number];
const views: Readonly<Record<string, readonly [Permission, (at: At) => ReactNode]>> = {
  dokument: ['documents', ({ id, query }) => <DocumentView key={id} id={Number(id)} query={query} />],
  suche: ['documents', ({ query }) => <SearchView query={query.get('q') ?? ''} />],
  abteilung: ['work', ({ id }) => <WorklistView key={id} queue={decodeURIComponent(id)} />],
  klaerung: ['review', () => <ReviewView />],
  stichprobe: ['review', () => <BlindDesk />],
  stapel: ['stacks', () => <StacksView />],
  leitung: ['supervise', () => <SupervisionView />],
  regeln: ['rules', () => <RulesView />],
  stoerungen: ['operate', () => <FailuresView />],
  personen: ['users', () => <UsersView />],
  protokoll: ['audit', ({ query }) => <AuditView query={query} />],
};

/** The view of an address; an address that means nothing, or nothing to this person, shows the overview. */
export function View({ overview }: { readonly overview: Asked<OverviewAnswer> }) {
  const { path, query } = useLocation();
  const { permissions } = usePerson();
  const [, area = '', id = ''] = path.split('/');
  const [permission, show] = views[area] ?? [];
  if (!show || !permission || !permissions.includes(permission)) return <OverviewView overview={overview} />;
  return <Suspense>{show({ id, query })}</Suspense>;
}
