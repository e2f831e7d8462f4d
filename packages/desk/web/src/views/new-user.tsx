import { tell } from '../api.ts';
import { useToast } from '../shell/toast.tsx';
import { useWords } from '../words/use-words.tsx';
import { Rights, rightsOf } from './person-rights.tsx';

export function NewUser({ onInvited }: { readonly onInvited: (path: string) => void }) {
  const { words } = useWords();
  const { sayWrong } = useToast();
  async function add(form: FormData) {
    const body = { name: form.get('name'), displayName: form.get('displayName'), ...rightsOf(form) };
    await tell<{ path: string }>('POST', '/users', body).then(({ path }) => onInvited(path), sayWrong);
  }
  return (
    <section>
      <h2>{words.users.add}</h2>
      <form action={add} className="new-user">
        <label className="field">
          <span>{words.signIn.userName}</span>
          <input name="name" autoComplete="off" required />
        </label>
        <label className="field">
          <span>{words.signIn.name}</span>
          <input name="displayName" autoComplete="off" required />
        </label>
        <Rights />
        <button type="submit" className="primary">
          {words.users.add}
        </button>
      </form>
    </section>
  );
}
