import { useEffect, useState } from 'react';
import type { MendAnswer, PageRange, StackAnswer } from '../../../src/api/stacks.ts';
import { tell } from '../api.ts';
import { useKeys } from '../keys/use-keys.ts';
import { Waiting } from '../parts/waiting.tsx';
import { go } from '../router.tsx';
import { useToast } from '../shell/toast.tsx';
import { useAsk } from '../use-ask.ts';
import { useWords } from '../words/use-words.tsx';
import { type Beginnings, beginningsOf, isApart, isFixed, lettersOf, toggled } from './boundaries.ts';
import { Strip } from './strip.tsx';
import { StripPanel } from './strip-panel.tsx';

/** A stack, its boundaries mended by keys: the strip at the left, the page and what speaks for a cut at the right. */
export function StackDesk({ sha256, page }: { readonly sha256: string; readonly page: number | undefined }) {
  const { data, refusal, reload } = useAsk<StackAnswer>(`/stacks/${sha256}`);
  if (!data) return <Waiting refusal={refusal} />;
  return (
    <Mending key={data.letters.map(({ first }) => first).join()} stack={data} page={page} onChange={reload} />
  );
}

interface MendingProps {
  readonly stack: StackAnswer;
  readonly page: number | undefined;
  readonly onChange: () => void;
}

function Mending({ stack, page, onChange }: MendingProps) {
  const { words } = useWords();
  const [beginnings, setBeginnings] = useState<Beginnings>(beginningsOf(stack.letters));
  const [current, setCurrent] = useState(page ?? stack.pages.find(({ doubtful }) => doubtful)?.number ?? 1);
  useEffect(
    () => history.replaceState(null, '', `/stapel/${stack.sha256}?seite=${current}`),
    [stack.sha256, current],
  );
  const save = useSaving(stack, onChange);
  const letters = lettersOf(stack.pages, beginnings);
  const toggle = (number: number) => {
    setCurrent(number);
    if (!isFixed(stack.pages, number) && !isApart(stack.pages, number))
      setBeginnings(toggled(beginnings, number));
  };
  const move = (by: number) => setCurrent(Math.min(stack.pages.length, Math.max(1, current + by)));
  const nextDoubt = () => {
    const doubtful = stack.pages.filter((one) => one.doubtful);
    setCurrent((doubtful.find(({ number }) => number > current) ?? doubtful[0])?.number ?? current);
  };
  useKeys([
    { keys: 'ArrowRight', label: words.stacks.next, run: () => move(1) },
    { keys: 'ArrowLeft', label: words.stacks.previous, run: () => move(-1) },
    { keys: 'x', label: words.stacks.toggle, run: () => toggle(current) },
    { keys: 'n', label: words.stacks.nextDoubt, run: nextDoubt },
    { keys: 's', label: words.stacks.save, run: () => save(letters) },
    { keys: 'Escape', label: words.keys.back, run: () => go('/stapel') },
  ]);
  return (
    <div className="stack-desk">
      <Strip {...{ stack, beginnings, current }} onSelect={setCurrent} onToggle={toggle} />
      <StripPanel
        {...{ stack, beginnings, current }}
        onToggle={() => toggle(current)}
        onSave={() => save(letters)}
      />
    </div>
  );
}

/** Saves, says what became of it, and takes it back on the key u. */
function useSaving(
  stack: StackAnswer,
  onChange: () => void,
): (letters: readonly PageRange[]) => Promise<void> {
  const { words } = useWords();
  const { say, sayWrong } = useToast();
  const bare = ({ first, last }: PageRange) => ({ first, last });
  const before = stack.letters.map(bare);
  const send = (seen: readonly PageRange[], letters: readonly PageRange[]) =>
    tell<MendAnswer>('POST', `/stacks/${stack.sha256}/letters`, { seen, letters });
  return async (letters) => {
    try {
      const { fresh, replaced } = await send(before, letters);
      const undo = () => send(letters, before).then(onChange, sayWrong);
      say({
        text: words.stacks.saved(fresh.length, replaced.length),
        ...(fresh.length > 0 ? { undo: () => void undo() } : {}),
      });
      onChange();
    } catch (error) {
      sayWrong(error);
    }
  };
}
