import type { ReviewEntry, ReviewListAnswer } from '../../../src/api/review.ts';
import { useKeys } from '../keys/use-keys.ts';
import { ChannelIcon } from '../parts/channel.tsx';
import { Empty } from '../parts/empty.tsx';
import { KeyButton } from '../parts/key-button.tsx';
import { More } from '../parts/more.tsx';
import { usePaged } from '../parts/use-paged.ts';
import { useSelection } from '../parts/use-selection.ts';
import { Waiting } from '../parts/waiting.tsx';
import { ReviewDesk } from '../review/review-desk.tsx';
import { go, useLocation } from '../router.tsx';
import { usePerson } from '../shell/person.tsx';
import { useLabels, useWords } from '../words/use-words.tsx';

/** What waits for a person; opening one starts deciding, one after the other. */
export function ReviewView() {
  const { query } = useLocation();
  const wanted = query.get('dokument');
  if (wanted === 'naechstes') return <ReviewDesk first={undefined} />;
  return wanted ? <ReviewDesk first={Number(wanted)} /> : <ReviewList />;
}

function ReviewList() {
  const { words, formats } = useWords();
  const list = usePaged<ReviewEntry, ReviewListAnswer>('/review', {
    idOf: (item) => item.documentId,
    everyMs: 15_000,
  });
  const { items } = list;
  const { index, setIndex } = useSelection({
    list: '/review',
    ids: items.map((one) => one.documentId),
    open: (at) => go(`/klaerung?dokument=${items[at]?.documentId}`),
    onEnd: list.loadMore,
  });
  const start = () => go('/klaerung?dokument=naechstes');
  useKeys([{ keys: 's', label: words.review.start, run: start }]);
  return (
    <div className="view">
      <div className="section-head">
        <h1>{words.review.title}</h1>
        {items.length > 0 && <KeyButton kind="primary" label={words.review.start} keys="s" onClick={start} />}
      </div>
      {!list.data && <Waiting refusal={list.refusal} />}
      {list.data && items.length === 0 && <Empty title={words.review.empty} hint={words.review.emptyHint} />}
      {items.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th>{words.work.received}</th>
              <th>{words.work.sender}</th>
              <th>{words.review.guess}</th>
              <th className="wide">{words.review.reason}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item, at) => (
              <tr
                key={item.documentId}
                aria-current={at === index ? 'true' : undefined}
                onMouseDown={() => setIndex(at)}
              >
                <td className="faint">
                  <ChannelIcon channel={item.channel} /> {formats.moment(item.receivedAt)}
                </td>
                <EntryCells item={item} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <More {...list} />
    </div>
  );
}

function EntryCells({ item }: { readonly item: ReviewEntry }) {
  const { words } = useWords();
  const labels = useLabels();
  const { name } = usePerson();
  return (
    <>
      <th scope="row">
        <button type="button" className="link" onClick={() => go(`/klaerung?dokument=${item.documentId}`)}>
          {item.name || item.fileName}
        </button>
        {item.claimedBy && (
          <span className="tag">
            {item.claimedBy === name ? words.work.mine : words.review.by(item.claimedBy)}
          </span>
        )}
      </th>
      <td>{item.intents.map(labels.intent).join(', ')}</td>
      <td>{item.reason}</td>
    </>
  );
}
