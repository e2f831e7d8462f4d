import type { WorkItem } from '../../../src/api/work.ts';
import { ChannelIcon } from '../parts/channel.tsx';
import { Due } from '../parts/due.tsx';
import { Link } from '../router.tsx';
import { usePerson } from '../shell/person.tsx';
import { useLabels, useWords } from '../words/use-words.tsx';

interface WorklistTableProps {
  readonly items: readonly WorkItem[];
  readonly selected: number;
  readonly marked: ReadonlySet<number>;
  readonly onSelect: (index: number) => void;
  readonly onMark: (id: number) => void;
}

export function WorklistTable({ items, selected, marked, onSelect, onMark }: WorklistTableProps) {
  const { words } = useWords();
  return (
    <table className="table">
      <thead>
        <tr>
          <th>
            <span className="unseen">{words.keys.select}</span>
          </th>
          <th>{words.work.due}</th>
          <th>{words.work.sender}</th>
          <th>{words.work.intent}</th>
          <th>{words.work.received}</th>
          <th>{words.work.state}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item, index) => (
          <tr
            key={item.id}
            aria-current={index === selected ? 'true' : undefined}
            onMouseDown={() => onSelect(index)}
          >
            <td>
              <input
                type="checkbox"
                aria-label={words.keys.select}
                checked={marked.has(item.id)}
                onChange={() => onMark(item.id)}
              />
            </td>
            <WorklistCells item={item} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The document remembers the list: finishing it there leads to the next one. */
export const addressOf = ({ documentId, queue }: WorkItem) =>
  `/dokument/${documentId}?abteilung=${encodeURIComponent(queue)}`;

function WorklistCells({ item }: { readonly item: WorkItem }) {
  const { words, formats } = useWords();
  const labels = useLabels();
  const { name } = usePerson();
  return (
    <>
      <td>
        <Due at={item.dueAt} />
      </td>
      <th scope="row" className="sender">
        <Link to={addressOf(item)}>{item.name || item.fileName}</Link>
        <span className="account">{item.customerNumber ?? words.work.unknownSender}</span>
      </th>
      <td>{labels.intent(item.intent)}</td>
      <td className="faint">
        <ChannelIcon channel={item.channel} /> {formats.moment(item.receivedAt)}
      </td>
      <td>
        {item.state === 'claimed' && item.claimedBy && (
          <span className={item.claimedBy === name ? 'tag mine' : 'tag'}>
            {item.claimedBy === name ? words.work.mine : words.work.by(item.claimedBy)}
          </span>
        )}
      </td>
    </>
  );
}
