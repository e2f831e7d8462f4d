import { useState } from 'react';
import type { AuditAnswer } from '../../../src/api/users.ts';
import { Link } from '../router.tsx';
import { useAsk } from '../use-ask.ts';
import { useWords } from '../words/use-words.tsx';

/** Who looked at or changed what, newest first. */
export function AuditView() {
  const { words, formats } = useWords();
  const [before, setBefore] = useState<number>();
  const { data } = useAsk<AuditAnswer>(before === undefined ? '/audit' : `/audit?before=${before}`);
  const last = data?.items.at(-1);
  const details = (all: object) =>
    Object.entries(all)
      .filter(([name]) => name !== 'id')
      .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
      .join(', ');
  return (
    <div className="view">
      <h1>{words.audit.title}</h1>
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
          {data?.items.map((one) => (
            <tr key={one.id}>
              <td className="faint">{formats.moment(one.at)}</td>
              <th scope="row">{one.actor}</th>
              <td>{words.audit.actions[one.action] ?? one.action}</td>
              <td>
                {one.documentId !== null && <Link to={`/dokument/${one.documentId}`}>{one.documentId}</Link>}
              </td>
              <td className="faint">{details(one.details)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {last && data?.items.length === 100 && (
        <button type="button" className="quiet" onClick={() => setBefore(last.id)}>
          {words.more}
        </button>
      )}
    </div>
  );
}
