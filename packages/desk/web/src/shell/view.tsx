import { lazy, Suspense } from 'react';
import type { OverviewAnswer } from '../../../src/api/overview.ts';
import { useLocation } from '../router.tsx';
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

/** The view of an address; an address that means nothing shows the overview. */
export function View({
  path,
  overview,
}: {
  readonly path: string;
  readonly overview: OverviewAnswer | undefined;
}) {
  const { query } = useLocation();
  const { permissions } = usePerson();
  const [, area, id = ''] = path.split('/');
  if (area === 'dokument' && permissions.includes('documents')) {
    return <DocumentView key={id} id={Number(id)} query={query.get('q') ?? ''} />;
  }
  if (area === 'suche' && permissions.includes('documents'))
    return <SearchView query={query.get('q') ?? ''} />;
  if (area === 'abteilung' && permissions.includes('work')) {
    return <WorklistView key={id} queue={decodeURIComponent(id)} />;
  }
  if (area === 'klaerung' && permissions.includes('review')) return <ReviewView />;
  if (area === 'stichprobe' && permissions.includes('review')) {
    return (
      <Suspense>
        <BlindDesk />
      </Suspense>
    );
  }
  if (area === 'stapel' && permissions.includes('review')) {
    return (
      <Suspense>
        <StacksView />
      </Suspense>
    );
  }
  if (area === 'leitung' && permissions.includes('supervise')) {
    return (
      <Suspense>
        <SupervisionView />
      </Suspense>
    );
  }
  if (area === 'regeln' && permissions.includes('rules')) {
    return (
      <Suspense>
        <RulesView />
      </Suspense>
    );
  }
  if (area === 'stoerungen' && permissions.includes('operate')) return <FailuresView />;
  if (area === 'personen' && permissions.includes('users')) return <UsersView />;
  if (area === 'protokoll' && permissions.includes('audit')) return <AuditView />;
  return <OverviewView overview={overview} />;
}
