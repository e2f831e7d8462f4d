import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { Keys } from '../keys/key-help.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useWords } from '../words/use-words.tsx';

interface Toast {
  readonly text: string;
  readonly bad?: boolean;
  /** Takes back what was just done; also on the key u. */
  readonly undo?: () => void;
}

interface Toaster {
  say(toast: Toast): void;
  /** What the server says went wrong. */
  sayWrong(error: unknown): void;
}

const Toasting = createContext<Toaster>({ say: () => undefined, sayWrong: () => undefined });
export const useToast = () => useContext(Toasting);

const shownMs = 8000;

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const { words, sentence } = useWords();
  const [toast, setToast] = useState<Toast>();
  const timer = useRef(0);
  const say = useCallback((next: Toast) => {
    clearTimeout(timer.current);
    setToast(next);
    timer.current = window.setTimeout(() => setToast(undefined), shownMs);
  }, []);
  const toaster = useMemo(
    () => ({
      say,
      sayWrong: (error: unknown) => say({ text: sentence(error), bad: true }),
    }),
    [say, sentence],
  );
  const undo = toast?.undo;
  const takeBack = () => {
    setToast(undefined);
    undo?.();
  };
  useKeys(undo ? [{ keys: 'u', label: words.undo, run: takeBack }] : []);
  return (
    <Toasting value={toaster}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toast && (
          <p className={toast.bad ? 'toast bad' : 'toast'}>
            {toast.text}
            {undo && (
              <button type="button" onClick={takeBack}>
                {words.undo} <Keys keys="u" />
              </button>
            )}
          </p>
        )}
      </div>
    </Toasting>
  );
}
