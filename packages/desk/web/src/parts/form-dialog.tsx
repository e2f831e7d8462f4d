import { type ReactNode, useEffect, useRef } from 'react';
import { useToast } from '../shell/toast.tsx';
import { useWords } from '../words/use-words.tsx';

interface FormDialogProps {
  readonly title: string;
  readonly lead?: string | undefined;
  /** What the button says that sends the form. */
  readonly submit: string;
  /** What it throws is said, and the dialog stays with what was typed. */
  readonly onSend: (form: FormData) => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in front of everything else. */
export function FormDialog({ title, lead, submit, onSend, onClose, children }: FormDialogProps) {
  const { words } = useWords();
  const { sayWrong } = useToast();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="dialog" onClose={onClose} aria-label={title}>
      {/* Not as `action`: React would empty the fields, also when the answer is that something is wrong. */}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSend(new FormData(event.currentTarget)).then(onClose, sayWrong);
        }}
      >
        <h2>{title}</h2>
        {lead && <p className="faint">{lead}</p>}
        {children}
        <p className="steps">
          <button type="submit" className="primary">
            {submit}
          </button>
          <button type="button" onClick={onClose}>
            {words.cancel}
          </button>
        </p>
      </form>
    </dialog>
  );
}
