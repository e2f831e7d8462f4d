import { Keys } from '../keys/key-help.tsx';

interface KeyButtonProps {
  readonly label: string;
  /** Shown behind the label; what it does is said to useKeys. */
  readonly keys?: string | undefined;
  readonly onClick: () => void;
  readonly kind?: 'primary' | 'quiet';
  readonly disabled?: boolean;
}

/** A button that shows on which key it lies. */
export function KeyButton({ label, keys, onClick, kind, disabled = false }: KeyButtonProps) {
  return (
    <button type="button" className={kind} onClick={onClick} disabled={disabled}>
      {label} {keys && <Keys keys={keys} />}
    </button>
  );
}
