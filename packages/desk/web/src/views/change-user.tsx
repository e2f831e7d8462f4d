import type { UsersAnswer } from '../../../src/api/users.ts';
import { tell } from '../api.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { useWords } from '../words/use-words.tsx';
import { Rights, rightsOf } from './person-rights.tsx';

interface ChangeUserProps {
  readonly user: UsersAnswer['users'][number];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Name, role and places of a person who is there already. */
export function ChangeUser({ user, onDone, onClose }: ChangeUserProps) {
  const { words } = useWords();
  const save = (form: FormData) => {
    const body = { displayName: form.get('displayName'), disabled: user.disabled, ...rightsOf(form) };
    return tell('PUT', `/users/${user.id}`, body).then(onDone);
  };
  return (
    <FormDialog
      {...{ title: `${words.users.change}: ${user.name}`, lead: words.users.changeLead, submit: words.save }}
      {...{ onSend: save, onClose }}
    >
      <label className="field">
        <span>{words.signIn.name}</span>
        <input name="displayName" defaultValue={user.displayName} required />
      </label>
      <Rights user={user} />
    </FormDialog>
  );
}
