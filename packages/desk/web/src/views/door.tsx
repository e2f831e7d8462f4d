import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.tsx';

/** The frame of everything that stands before the desk. */
export function DoorFrame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { words, switchLanguage } = useWords();
  return (
    <div className="door">
      <main className="door-card">
        <div className="airmail" />
        <p className="brand">Mailroom</p>
        <p className="door-lead">{words.signIn.lead}</p>
        <h1>{title}</h1>
        {children}
      </main>
      <button type="button" className="quiet" onClick={switchLanguage}>
        {words.other}
      </button>
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly type?: 'text' | 'password';
  readonly complete: string;
  readonly value?: string;
  readonly focus?: boolean;
  readonly fixed?: boolean;
}

export function DoorField({
  label,
  name,
  type = 'text',
  complete,
  value,
  focus = false,
  fixed = false,
}: FieldProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        name={name}
        type={type}
        autoComplete={complete}
        defaultValue={value}
        // biome-ignore lint/a11y/noAutofocus: the page has nothing else to do
        autoFocus={focus}
        readOnly={fixed}
        required
      />
    </label>
  );
}
