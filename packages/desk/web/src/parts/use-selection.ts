import { useEffect, useReducer } from 'react';
import { useKeys } from '../keys/use-keys.ts';
import { useWords } from '../words/use-words.tsx';

type Id = number | string;

/** What was last chosen in each list: coming back finds it again. */
const remembered = new Map<string, { readonly id: Id; readonly index: number }>();

interface SelectionOptions {
  /** Which list it is; another one starts at its first entry. */
  readonly list: string;
  readonly ids: readonly Id[];
  readonly open: (index: number) => void;
  /** Called at the last entry: there may be more. */
  readonly onEnd?: () => void;
}

/**
 * One of a list is the current one, moved by j and k or the arrows, opened by Enter. It stays the same entry when the
 * list changes under somebody's hands; when it is gone, the one that follows takes its place.
 */
export function useSelection({ list, ids, open, onEnd }: SelectionOptions) {
  const { words } = useWords();
  const [, redraw] = useReducer((round: number) => round + 1, 0);
  const last = remembered.get(list);
  const found = last ? ids.indexOf(last.id) : 0;
  const index = Math.max(0, Math.min(found < 0 ? (last?.index ?? 0) : found, ids.length - 1));
  const setIndex = (at: number) => {
    const id = ids[at];
    if (id === undefined) return;
    remembered.set(list, { id, index: at });
    redraw();
    if (at === ids.length - 1) onEnd?.();
  };
  const current = ids[index];
  useEffect(() => {
    if (current !== undefined) remembered.set(list, { id: current, index });
  }, [list, current, index]);
  const move = (step: number) => () => setIndex(Math.max(0, Math.min(index + step, ids.length - 1)));
  useKeys([
    { keys: 'j', label: words.keys.down, run: move(1) },
    { keys: 'k', label: words.keys.up, run: move(-1) },
    { keys: 'ArrowDown', label: '', run: move(1), whileTyping: true },
    { keys: 'ArrowUp', label: '', run: move(-1), whileTyping: true },
    { keys: 'Enter', label: words.keys.open, run: () => ids.length > 0 && open(index), whileTyping: true },
  ]);
  useEffect(() => {
    if (index >= 0) document.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  return { index, setIndex };
}
