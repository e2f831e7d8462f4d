import { useDeferredValue, useEffect, useState } from 'react';
import type { Found, SearchAnswer } from '../../../src/api/search.ts';
import { ChannelIcon } from '../parts/channel.tsx';
import { Empty } from '../parts/empty.tsx';
import { More } from '../parts/more.tsx';
import { PageView } from '../parts/page-view.tsx';
import { Snippet } from '../parts/snippet.tsx';
import { usePaged } from '../parts/use-paged.ts';
import { useSelection } from '../parts/use-selection.ts';
import { go } from '../router.tsx';
import { useLabels, useWords } from '../words/use-words.tsx';

const addressOf = (id: number | undefined, query: string) =>
  `/dokument/${id}${query.trim() === '' ? '' : `?q=${encodeURIComponent(query)}`}`;

/** Hits as they are typed, with the page of the current one beside them. */
export function SearchView({ query }: { readonly query: string }) {
  const { words, sentence } = useWords();
  const asked = useSettled(useDeferredValue(query), 90);
  const list = usePaged<Found, SearchAnswer>(`/search?q=${encodeURIComponent(asked)}`, {
    idOf: (hit) => hit.documentId,
  });
  const last = useLastKnown(list.data ? list.items : undefined) ?? [];
  const { index, setIndex } = useSelection({
    list: `/search?q=${asked}`,
    ids: last.map((hit) => hit.documentId),
    open: (at) => go(addressOf(last[at]?.documentId, query)),
    onEnd: list.loadMore,
  });
  const current = useSettled(last[index]?.documentId, 160);
  const problems = list.data?.problems ?? [];
  return (
    <div className="search-view">
      <section className="hits" aria-label={words.search.title}>
        <h1 className="small-title">
          {query.trim() === '' ? words.search.newest : words.search.count(last.length, list.next !== null)}
        </h1>
        {problems.map(({ filter, value }) => (
          <p key={filter} className="banner">
            {words.search.problems[filter](value)}
          </p>
        ))}
        {list.refusal && <p className="banner">{sentence(list.refusal)}</p>}
        {list.data && last.length === 0 && problems.length === 0 && (
          <Empty title={words.search.none} hint={words.search.hint} />
        )}
        <ol className="hit-list">
          {last.map((hit, at) => (
            <Hit
              key={hit.documentId}
              hit={hit}
              query={query}
              current={at === index}
              onSelect={() => setIndex(at)}
            />
          ))}
        </ol>
        <More {...list} />
      </section>
      <aside className="preview" aria-label={words.search.preview}>
        {current !== undefined && last.length > 0 && (
          <PageView key={current} documentId={current} number={1} query={asked} marks />
        )}
      </aside>
    </div>
  );
}

interface HitProps {
  readonly hit: Found;
  readonly query: string;
  readonly current: boolean;
  readonly onSelect: () => void;
}

function Hit({ hit, query, current, onSelect }: HitProps) {
  const { words, formats } = useWords();
  const labels = useLabels();
  return (
    <li aria-current={current ? 'true' : undefined} onMouseEnter={onSelect}>
      <a
        href={addressOf(hit.documentId, query)}
        onClick={(event) => {
          event.preventDefault();
          go(addressOf(hit.documentId, query));
        }}
      >
        <p className="hit-head">
          <ChannelIcon channel={hit.channel} />
          <b>{hit.name || hit.fileName}</b>
          <span className="account">{hit.customerNumber}</span>
          <time dateTime={hit.receivedAt}>{formats.date(hit.receivedAt)}</time>
        </p>
        <p className="hit-facts">
          {hit.intents.map((intent) => (
            <span key={intent} className="tag">
              {labels.intent(intent)}
            </span>
          ))}
          <span className={`state ${hit.state}`}>{words.states[hit.state]}</span>
          {hit.queues.length > 0 && <span className="faint">{hit.queues.map(labels.queue).join(', ')}</span>}
        </p>
        <Snippet text={hit.snippet} />
      </a>
    </li>
  );
}

/** A value once it has stopped changing for a moment. */
function useSettled<Value>(value: Value, afterMs: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), afterMs);
    return () => clearTimeout(timer);
  }, [value, afterMs]);
  return settled;
}

/** While the next answer is on its way the last one stays: nothing flickers. */
function useLastKnown<Value>(value: Value | undefined): Value | undefined {
  const [known, setKnown] = useState(value);
  if (value !== undefined && !sameList(value, known)) setKnown(value);
  return value ?? known;
}

function sameList(a: unknown, b: unknown): boolean {
  return (
    Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, index) => one === b[index])
  );
}
