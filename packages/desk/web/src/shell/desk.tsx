import { useEffect, useState } from 'react';
import type { OverviewAnswer, TaxonomyAnswer } from '../../../src/api/overview.ts';
import type { Person } from '../app.tsx';
import { KeyHelp } from '../keys/key-help.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { go, useLocation } from '../router.tsx';
import { useAsk } from '../use-ask.ts';
import { LabelProvider, useWords } from '../words/use-words.tsx';
import { PersonProvider } from './person.tsx';
import { Rail } from './rail.tsx';
import { SearchField } from './search-field.tsx';
import { ToastProvider } from './toast.tsx';
import { View } from './view.tsx';

const none: TaxonomyAnswer = { intents: [], queues: [], queueLabels: {} };

/** Everything behind the sign-in: the rail, the search field, and the view of the address. */
export function Desk({ person }: { readonly person: Person }) {
  const taxonomy = useAsk<TaxonomyAnswer>('/taxonomy', { everyMs: 30_000 });
  const overview = useAsk<OverviewAnswer>('/overview', { everyMs: 15_000 });
  return (
    <LabelProvider taxonomy={taxonomy.data ?? none}>
      <PersonProvider value={person}>
        <ToastProvider>
          <Frame person={person} overview={overview.data} away={overview.refusal !== undefined} />
        </ToastProvider>
      </PersonProvider>
    </LabelProvider>
  );
}

interface FrameProps {
  readonly person: Person;
  readonly overview: OverviewAnswer | undefined;
  readonly away: boolean;
}

function Frame({ person, overview, away }: FrameProps) {
  const { words } = useWords();
  const { path } = useLocation();
  const [help, setHelp] = useState(false);
  useDeskKeys(person, () => setHelp(true));
  useEffect(() => {
    // A new view is read from its start; only the search follows what is being typed.
    const typing = path === '/suche' && document.activeElement instanceof HTMLInputElement;
    if (!typing) document.getElementById('content')?.focus({ preventScroll: true });
  }, [path]);
  return (
    <div className="desk">
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <Rail person={person} overview={overview} path={path} onHelp={() => setHelp(true)} />
      <div className="main">
        {person.permissions.includes('documents') && <SearchField />}
        {away && (
          <p className="banner" role="status">
            {words.away}
          </p>
        )}
        <main id="content" className="content" tabIndex={-1}>
          <View path={path} overview={overview} />
        </main>
      </div>
      {help && <KeyHelp onClose={() => setHelp(false)} />}
    </div>
  );
}

function useDeskKeys({ permissions }: Person, showHelp: () => void): void {
  const { words } = useWords();
  const to = (keys: string, label: string, path: string, permission: Person['permissions'][number]) =>
    permissions.includes(permission) ? [{ keys, label, run: () => go(path) }] : [];
  useKeys([
    { keys: '?', label: words.keys.help, run: showHelp },
    ...to('g o', words.nav.overview, '/', 'overview'),
    ...to('g s', words.nav.search, '/suche', 'documents'),
    ...to('g r', words.nav.review, '/klaerung', 'review'),
    ...to('g t', words.stacks.title, '/stapel', 'review'),
    ...to('g l', words.nav.supervision, '/leitung', 'supervise'),
    ...to('g e', words.nav.rules, '/regeln', 'rules'),
    ...to('g f', words.nav.failures, '/stoerungen', 'operate'),
    ...to('g p', words.nav.users, '/personen', 'users'),
    ...to('g a', words.nav.audit, '/protokoll', 'audit'),
  ]);
}
