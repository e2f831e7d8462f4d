import { useRef } from 'react';
import { Keys } from '../keys/key-help.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { go, useLocation } from '../router.tsx';
import { useWords } from '../words/use-words.tsx';

/** Always there, always on "/": what is typed is searched as it is typed. */
export function SearchField() {
  const { words } = useWords();
  const { path, query } = useLocation();
  const field = useRef<HTMLInputElement>(null);
  const searching = path === '/suche';
  const typed = query.get('q') ?? ''; // also beside a document that was found
  const focus = () => {
    field.current?.focus();
    field.current?.select();
  };
  useKeys([{ keys: '/', label: words.keys.search, run: focus }]);
  return (
    <search className="search-field">
      <input
        ref={field}
        type="search"
        aria-label={words.search.label}
        placeholder={words.search.placeholder}
        spellCheck={false}
        autoComplete="off"
        value={typed}
        onFocus={() => searching || go(`/suche?q=${encodeURIComponent(typed)}`)}
        onChange={(event) => go(`/suche?q=${encodeURIComponent(event.target.value)}`, { replace: searching })}
      />
      <Keys keys="/" />
    </search>
  );
}
