import { useEffect, useRef } from 'react';
import type { UsersAnswer } from '../../../src/api/users.ts';
import { tell } from '../api.ts';
import { useToast } from '../shell/toast.tsx';
import { useWords } from '../words/use-words.tsx';
import { Rights, rightsOf } from './person-rights.tsx';

interface ChangeUserProps {
  readonly user: UsersAnswer['users'][number];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Name, role and departments of a person who is there already. */
export function ChangeUser({ user, onDone, onClose }: ChangeUserProps) {
  const { words } = useWords();
  const { sayWrong } = useToast();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);

  async function save(form: FormData) {
    const body = { displayName: form.get('displayName'), disabled: user.disabled, ...rightsOf(form) };
    await tell('PUT', `/users/${user.id}`, body).then(() => {
      onDone();
      onClose();
    }, sayWrong);
  }

  return (
    <dialog ref={dialog} className="dialog" onClose={onClose} aria-label={words.users.change}>
      <form action={save}>
        <h2>{user.name}</h2>
        <p className="faint">{words.users.changeLead}</p>
        <label className="field">
          <span>{words.signIn.name}</span>
          <input name="displayName" defaultValue={user.displayName} required />
        </label>
        <Rights role={user.role} queues={user.queues} />
        <p className="steps">
          <button type="submit" className="primary">
            {words.save}
          </button>
          <button type="button" onClick={onClose}>
            {words.cancel}
          </button>
        </p>
      </form>
    </dialog>
  );
}
