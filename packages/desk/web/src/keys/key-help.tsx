import { useEffect, useRef } from 'react';
import { useWords } from '../words/use-words.tsx';
import { activeBindings } from './use-keys.ts';

/** The keys that work right now, as a dialog. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const { words } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="dialog keys-dialog" onClose={onClose} aria-label={words.keys.title}>
      <h2>{words.keys.title}</h2>
      <dl className="key-list">
        {activeBindings()
          .filter(({ label }) => label !== '')
          .map(({ keys, label }) => (
            <div key={keys}>
              <dt>
                <Keys keys={keys} />
              </dt>
              <dd>{label}</dd>
            </div>
          ))}
      </dl>
      <form method="dialog">
        <p className="steps">
          <button type="submit">{words.close}</button>
        </p>
      </form>
    </dialog>
  );
}

const names: Readonly<Record<string, string>> = {
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ' ': '␣',
};

export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className="keys" aria-hidden="true">
      {keys.split(' ').map((key) => (
        <kbd key={key}>{names[key] ?? key}</kbd>
      ))}
    </span>
  );
}
