import type { RulesAnswer } from '../../../src/api/rules.ts';
import { ask } from '../api.ts';
import { Empty } from '../parts/empty.tsx';
import { useToast } from '../shell/toast.tsx';
import { useWords } from '../words/use-words.tsx';
import type { Draft } from './draft.ts';

interface VersionsProps {
  readonly answer: RulesAnswer;
  readonly onRestore: (draft: Draft) => void;
}

/** Who changed the rules when and why; an older version comes back as a draft, with its own preview. */
export function Versions({ answer, onRestore }: VersionsProps) {
  const { words, formats } = useWords();
  const { sayWrong } = useToast();
  const restore = (version: number) =>
    ask<{ rulebook: Draft }>(`/rules/${version}`).then(({ rulebook }) => onRestore(rulebook), sayWrong);
  if (answer.versions.length === 0) return <Empty title={words.rules.noVersions} />;
  const rows = [...answer.versions, { version: 0, at: '', actor: '', note: words.rules.inForce(0) }];
  return (
    <table className="table">
      <thead>
        <tr>
          <th>{words.rules.version}</th>
          <th>{words.audit.at}</th>
          <th>{words.audit.who}</th>
          <th className="wide">{words.rules.note}</th>
          <th>
            <span className="unseen">{words.rules.restore}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ version, at, actor, note }) => (
          <tr key={version} aria-current={version === answer.version ? 'true' : undefined}>
            <th scope="row">{version}</th>
            <td className="faint">{at && formats.moment(at)}</td>
            <td>{actor}</td>
            <td>{note}</td>
            <td className="right">
              {version !== answer.version && (
                <button type="button" onClick={() => restore(version)}>
                  {words.rules.restore}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
