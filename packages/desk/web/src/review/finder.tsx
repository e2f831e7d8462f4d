import { useRef } from 'react';
import { Keys } from '../keys/key-help.tsx';
import { useKeys } from '../keys/use-keys.ts';

interface FinderProps {
  /** The key that leads into the field. */
  readonly keys: string;
  readonly label: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** Enter: takes the first of what was found, if anything was. */
  readonly onTake: (() => void) | undefined;
}

/** A field among choices that finds others: Enter takes the first one and leads back to the keys. */
export function Finder({ keys, label, typed, onType, onTake }: FinderProps) {
  const field = useRef<HTMLInputElement>(null);
  useKeys([{ keys, label, run: () => field.current?.focus() }]);
  return (
    <li className="find">
      <Keys keys={keys} />
      <input
        ref={field}
        value={typed}
        placeholder={label}
        aria-label={label}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') field.current?.blur();
          if (event.key !== 'Enter' || !onTake) return;
          onTake();
          field.current?.blur();
          event.stopPropagation();
        }}
      />
    </li>
  );
}
