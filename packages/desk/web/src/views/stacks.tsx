import type { StackListAnswer } from '../../../src/api/stacks.ts';
import { Empty } from '../parts/empty.tsx';
import { useSelection } from '../parts/use-selection.ts';
import { Waiting } from '../parts/waiting.tsx';
import { go, Link, useLocation } from '../router.tsx';
import { StackDesk } from '../stacks/stack-desk.tsx';
import { useAsk } from '../use-ask.ts';
import { useWords } from '../words/use-words.tsx';

/** Files that hold several letters: which have doubtful boundaries, and one opened. */
export default function StacksView() {
  const { path, query } = useLocation();
  const [, , sha256] = path.split('/');
  if (!sha256) return <StackList />;
  const page = Number(query.get('seite'));
  return <StackDesk key={sha256} sha256={sha256} page={page > 0 ? page : undefined} />;
}

function StackList() {
  const { words, formats } = useWords();
  const { data, refusal } = useAsk<StackListAnswer>('/stacks', { everyMs: 15_000 });
  const items = data?.items ?? [];
  const { index, setIndex } = useSelection({
    list: '/stapel',
    ids: items.map((one) => one.sha256),
    open: (at) => go(`/stapel/${items[at]?.sha256}`),
  });
  return (
    <div className="view">
      <h1>{words.stacks.title}</h1>
      {!data && <Waiting refusal={refusal} />}
      {data && items.length === 0 && <Empty title={words.stacks.empty} hint={words.stacks.emptyHint} />}
      {items.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th>{words.stacks.received}</th>
              <th>{words.stacks.file}</th>
              <th>{words.stacks.pages}</th>
              <th>{words.stacks.letters}</th>
              <th>{words.stacks.doubtful}</th>
              <th>{words.stacks.mendedBy}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item, at) => (
              <tr
                key={item.sha256}
                aria-current={at === index ? 'true' : undefined}
                onMouseDown={() => setIndex(at)}
              >
                <td className="faint">{formats.moment(item.createdAt)}</td>
                <th scope="row">
                  <Link to={`/stapel/${item.sha256}`}>{item.fileName}</Link>
                </th>
                <td>{formats.count(item.pages)}</td>
                <td>{formats.count(item.letters)}</td>
                <td>{item.doubtful > 0 && <span className="tag">{formats.count(item.doubtful)}</span>}</td>
                <td>{item.mendedBy}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
