import { useEffect, useState } from 'react';
import type { OverviewAnswer, TaxonomyAnswer } from '../../../src/api/overview.ts';
import type { Person } from '../app.tsx';
import { KeyHelp } from '../keys/key-help.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { go, useLocation } from '../router.tsx';
import { type Asked, useAsk } from '../use-ask.ts';
import { LabelProvider, useLabels, useWords } from '../words/use-words.tsx';
import { areasOf } from './areas.ts';
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
          <Frame person={person} overview={overview} />
        </ToastProvider>
      </PersonProvider>
    </LabelProvider>
  );
}

interface FrameProps {
  readonly person: Person;
  readonly overview: Asked<OverviewAnswer>;
}

function Frame({ person, overview }: FrameProps) {
  const { words } = useWords();
  const { path } = useLocation();
  const [help, setHelp] = useState(false);
  useDeskKeys(person, () => setHelp(true));
  useTitle(person, path);
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
      <Rail person={person} overview={overview.data} path={path} onHelp={() => setHelp(true)} />
      <div className="main">
        {person.permissions.includes('documents') && <SearchField />}
        {overview.refusal && (
          <p className="banner" role="status">
            {words.away}
          </p>
        )}
        <main id="content" className="content" tabIndex={-1}>
          <View overview={overview} />
        </main>
      </div>
      {help && <KeyHelp onClose={() => setHelp(false)} />}
    </div>
  );
}

function useDeskKeys(person: Person, showHelp: () => void): void {
  const { words } = useWords();
  useKeys([
    { keys: '?', label: words.keys.help, run: showHelp },
    ...areasOf(person).map(({ keys, label, path }) => ({ keys, label: label(words), run: () => go(path) })),
  ]);
}

/** The window's title says where one is: among many tabs, and to whoever hears the page. */
function useTitle(person: Person, path: string): void {
  const { words } = useWords();
  const labels = useLabels();
  const [, area, id = ''] = path.split('/');
  const known = areasOf(person).find((one) => one.path === `/${area}`);
  const title =
    area === 'abteilung'
      ? labels.queue(decodeURIComponent(id))
      : area === 'dokument'
        ? `${words.document.title} ${id}`
        : (known?.label(words) ?? words.nav.overview);
  useEffect(() => {
    document.title = `${title} · Mailroom`;
  }, [title]);
}
