import { useState } from 'react';
import type { SessionAnswer } from '../../../src/api/session.ts';
import type { StationsAnswer, UsersAnswer } from '../../../src/api/users.ts';
import { useAsk } from '../use-ask.ts';
import { useLabels, useWords } from '../words/use-words.tsx';

type Role = NonNullable<SessionAnswer['person']>['role'];
/** In the order in which they are offered. */
const roles: readonly Role[] = ['case-worker', 'supervisor', 'operator', 'auditor', 'administrator'];

/** The role of a person, a case worker's departments, a scan operator's stations, as fields of a form; see rightsOf. */
export function Rights({ user }: { readonly user?: UsersAnswer['users'][number] }) {
  const first = user?.role ?? 'case-worker';
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
      {role === 'case-worker' && <QueueBoxes chosen={user?.queues ?? []} />}
      {role === 'operator' && <StationBoxes chosen={user?.stations ?? []} />}
    </>
  );
}

function QueueBoxes({ chosen }: { readonly chosen: readonly string[] }) {
  const { words } = useWords();
  const labels = useLabels();
  const all = ['review', ...labels.queues].map((queue) => [queue, labels.queue(queue)] as const);
  return <Boxes name="queues" title={words.users.queues} {...{ all, chosen }} />;
}

/** A station that is gone stays chosen until somebody takes it away, as do all while the list is not there yet. */
function StationBoxes({ chosen }: { readonly chosen: readonly string[] }) {
  const { words } = useWords();
  const { data } = useAsk<StationsAnswer>('/stations');
  const all = [...new Set([...(data?.stations ?? []), ...chosen])].map((name) => [name, name] as const);
  if (all.length === 0) return data ? <p className="faint">{words.users.noStations}</p> : null;
  return <Boxes name="stations" title={words.users.stations} {...{ all, chosen }} />;
}

interface BoxesProps {
  readonly name: 'queues' | 'stations';
  readonly title: string;
  /** Values and what they are called. */
  readonly all: readonly (readonly [value: string, label: string])[];
  readonly chosen: readonly string[];
}

function Boxes({ name, title, all, chosen }: BoxesProps) {
  return (
    <fieldset className="boxes">
      <legend>{title}</legend>
      {all.map(([value, label]) => (
        <label key={value}>
          <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} /> {label}
        </label>
      ))}
    </fieldset>
  );
}

/** What the fields of Rights say. */
export const rightsOf = (form: FormData) => ({
  role: form.get('role'),
  queues: form.getAll('queues'),
  stations: form.getAll('stations'),
});
