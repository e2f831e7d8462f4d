import { useEffect, useState } from 'react';
import { useKeys } from '../keys/use-keys.ts';
import { useWords } from '../words/use-words.tsx';

/** One of a list is the current one, moved by j and k or the arrows, opened by Enter. */
export function useSelection(length: number, open: (index: number) => void) {
  const { words } = useWords();
  const [wanted, setIndex] = useState(0);
  const index = Math.max(0, Math.min(wanted, length - 1));
  const move = (step: number) => () => setIndex(Math.max(0, Math.min(index + step, length - 1)));
  useKeys([
    { keys: 'j', label: words.keys.down, run: move(1) },
    { keys: 'k', label: words.keys.up, run: move(-1) },
    { keys: 'ArrowDown', label: '', run: move(1), whileTyping: true },
    { keys: 'ArrowUp', label: '', run: move(-1), whileTyping: true },
    { keys: 'Enter', label: words.keys.open, run: () => length > 0 && open(index), whileTyping: true },
  ]);
  useEffect(() => {
    if (index >= 0) document.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  return { index, setIndex };
}
