import { useState } from 'react';
import { useLabels, useWords } from '../words/use-words.tsx';

const roles = ['case-worker', 'supervisor', 'operator', 'auditor', 'administrator'] as const;
export type RoleName = (typeof roles)[number];

interface RightsProps {
  readonly role?: RoleName;
  readonly queues?: readonly string[];
}

/** The role of a person, and a case worker's departments, as fields of a form; see rightsOf. */
export function Rights({ role: first = 'case-worker', queues = [] }: RightsProps) {
  const { words } = useWords();
  const [role, setRole] = useState(first);
  const chosen = (value: string) => setRole(roles.find((one) => one === value) ?? first);
  return (
    <>
      <label className="field">
        <span>{words.users.role}</span>
        <select name="role" value={role} onChange={(event) => chosen(event.target.value)}>
          {roles.map((one) => (
            <option key={one} value={one}>
              {words.users.roles[one]}
            </option>
          ))}
        </select>
      </label>
      {role === 'case-worker' && <QueueBoxes chosen={queues} />}
    </>
  );
}

function QueueBoxes({ chosen }: { readonly chosen: readonly string[] }) {
  const { words } = useWords();
  const labels = useLabels();
  return (
    <fieldset className="boxes">
      <legend>{words.users.queues}</legend>
      {['review', ...labels.queues].map((queue) => (
        <label key={queue}>
          <input type="checkbox" name="queues" value={queue} defaultChecked={chosen.includes(queue)} />{' '}
          {labels.queue(queue)}
        </label>
      ))}
    </fieldset>
  );
}

/** What the fields of Rights say; only case workers have departments. */
export function rightsOf(form: FormData): { role: FormDataEntryValue | null; queues: FormDataEntryValue[] } {
  return { role: form.get('role'), queues: form.getAll('queues') };
}
