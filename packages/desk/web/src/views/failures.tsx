import type { FailuresAnswer } from '../../../src/api/supervision.ts';
import { tell } from '../api.ts';
import { ChannelIcon } from '../parts/channel.tsx';
import { Empty } from '../parts/empty.tsx';
import { More } from '../parts/more.tsx';
import { usePaged } from '../parts/use-paged.ts';
import { Waiting } from '../parts/waiting.tsx';
import { Link } from '../router.tsx';
import { usePerson } from '../shell/person.tsx';
import { useToast } from '../shell/toast.tsx';
import { useWords } from '../words/use-words.tsx';

/** What was rejected or fails, with the reason, to be put through once more. */
export function FailuresView() {
  const { words, formats } = useWords();
  const { say, sayWrong } = useToast();
  const { permissions } = usePerson();
  const list = usePaged<FailuresAnswer['items'][number], FailuresAnswer>('/failures', {
    idOf: (one) => one.documentId,
    everyMs: 15_000,
  });
  const { items } = list;
  const replay = (id: number) =>
    tell('POST', `/documents/${id}/replay`).then(() => {
      say({ text: words.failures.replayed });
      list.reload();
    }, sayWrong);
  return (
    <div className="view">
      <h1>{words.failures.title}</h1>
      {!list.data && <Waiting refusal={list.refusal} />}
      {list.data && items.length === 0 && (
        <Empty title={words.failures.empty} hint={words.failures.emptyHint} />
      )}
      {items.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th>{words.failures.since}</th>
              <th>{words.failures.file}</th>
              <th className="wide">{words.failures.reason}</th>
              <th>
                <span className="unseen">{words.failures.replay}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <tr key={one.documentId}>
                <td className="faint">
                  <ChannelIcon channel={one.channel} /> {formats.moment(one.since)}
                </td>
                <th scope="row">
                  {permissions.includes('documents') ? (
                    <Link to={`/dokument/${one.documentId}`}>{one.fileName}</Link>
                  ) : (
                    one.fileName
                  )}
                </th>
                <td>{one.reason ?? `${words.failures.attempts(one.attempts)}: ${one.lastError ?? ''}`}</td>
                <td className="right">
                  {(one.state === 'rejected' || one.state === 'review') && (
                    <button type="button" onClick={() => replay(one.documentId)}>
                      {words.failures.replay}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <More {...list} />
    </div>
  );
}
