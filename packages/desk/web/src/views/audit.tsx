import type { AuditAnswer } from '../../../src/api/users.ts';
import { Empty } from '../parts/empty.tsx';
import { More } from '../parts/more.tsx';
import { usePaged } from '../parts/use-paged.ts';
import { Waiting } from '../parts/waiting.tsx';
import { go, Link } from '../router.tsx';
import { useWords } from '../words/use-words.tsx';

type Entry = AuditAnswer['items'][number];

/** Who looked at or changed what, newest first; asked for by person, document and action. */
export function AuditView({ query }: { readonly query: URLSearchParams }) {
  const { words } = useWords();
  const asked = new URLSearchParams([...query].filter(([name]) => filters.some((one) => one === name)));
  const list = usePaged<Entry, AuditAnswer>(`/audit${asked.size > 0 ? `?${asked}` : ''}`, {
    idOf: ({ id }) => id,
  });
  return (
    <div className="view">
      <h1>{words.audit.title}</h1>
      <Filters key={String(asked)} asked={asked} />
      {!list.data && <Waiting refusal={list.refusal} />}
      {list.data && list.items.length === 0 && <Empty title={words.audit.empty} />}
      {list.items.length > 0 && <Entries items={list.items} />}
      <More {...list} />
    </div>
  );
}

const filters = ['actor', 'document', 'action'] as const;

function Filters({ asked }: { readonly asked: URLSearchParams }) {
  const { words } = useWords();
  const show = (form: FormData) => {
    const given = [...form].filter(([, value]) => value !== '').map(([name, value]) => [name, String(value)]);
    go(`/protokoll?${new URLSearchParams(given)}`);
  };
  return (
    <form action={show} className="new-user filters">
      <label className="field">
        <span>{words.audit.who}</span>
        <input name="actor" defaultValue={asked.get('actor') ?? ''} autoComplete="off" />
      </label>
      <label className="field">
        <span>{words.audit.where}</span>
        <input
          name="document"
          defaultValue={asked.get('document') ?? ''}
          inputMode="numeric"
          pattern="[0-9]*"
          autoComplete="off"
        />
      </label>
      <label className="field">
        <span>{words.audit.what}</span>
        <select name="action" defaultValue={asked.get('action') ?? ''}>
          <option value="">{words.audit.everything}</option>
          {Object.entries(words.audit.actions).map(([action, name]) => (
            <option key={action} value={action}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{words.audit.show}</button>
    </form>
  );
}

function Entries({ items }: { readonly items: readonly Entry[] }) {
  const { words, formats } = useWords();
  return (
    <table className="table">
      <thead>
        <tr>
          <th>{words.audit.at}</th>
          <th>{words.audit.who}</th>
          <th>{words.audit.what}</th>
          <th>{words.audit.where}</th>
          <th className="wide">{words.audit.details}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <td className="faint">{formats.moment(one.at)}</td>
            <th scope="row">
              <Link to={`/protokoll?actor=${encodeURIComponent(one.actor)}`}>{one.actor}</Link>
            </th>
            <td>{words.audit.actions[one.action] ?? one.action}</td>
            <td>
              {one.documentId !== null && <Link to={`/dokument/${one.documentId}`}>{one.documentId}</Link>}
            </td>
            <td className="faint wraps">{described(one.details)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const described = (details: object) =>
  Object.entries(details)
    .filter(([name, value]) => name !== 'id' && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? [value].flat().join(' ') : value}`)
    .join(', ');
