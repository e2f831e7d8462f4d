import { useState } from 'react';
import { tell } from '../api.ts';
import { useToast } from '../shell/toast.tsx';
import { useLabels, useWords } from '../words/use-words.tsx';

const roles = ['case-worker', 'supervisor', 'operator', 'auditor', 'administrator'] as const;

export function NewUser({ onInvited }: { readonly onInvited: (path: string) => void }) {
  const { words } = useWords();
  const { sayWrong } = useToast();
  const [role, setRole] = useState<string>('case-worker');
  async function add(form: FormData) {
    const queues = role === 'case-worker' ? form.getAll('queues') : [];
    const body = { name: form.get('name'), displayName: form.get('displayName'), role, queues };
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
        <label className="field">
          <span>{words.users.role}</span>
          <select value={role} onChange={(event) => setRole(event.target.value)}>
            {roles.map((one) => (
              <option key={one} value={one}>
                {words.users.roles[one]}
              </option>
            ))}
          </select>
        </label>
        {role === 'case-worker' && <QueueBoxes />}
        <button type="submit" className="primary">
          {words.users.add}
        </button>
      </form>
    </section>
  );
}

function QueueBoxes() {
  const { words } = useWords();
  const labels = useLabels();
  return (
    <fieldset className="boxes">
      <legend>{words.users.queues}</legend>
      {['review', ...labels.queues].map((queue) => (
        <label key={queue}>
          <input type="checkbox" name="queues" value={queue} /> {labels.queue(queue)}
        </label>
      ))}
    </fieldset>
  );
}
