import type { StackAnswer } from '../../../src/api/stacks.ts';
import { Keys } from '../keys/key-help.tsx';
import { Link } from '../router.tsx';
import { usePerson } from '../shell/person.tsx';
import { useWords } from '../words/use-words.tsx';
import { type Beginnings, beginningsOf, isApart, isFixed } from './boundaries.ts';

interface StripPanelProps {
  readonly stack: StackAnswer;
  readonly beginnings: Beginnings;
  readonly current: number;
  readonly onToggle: () => void;
  readonly onSave: () => void;
}

/** The chosen page large, why it is or is not cut there, and saving. */
export function StripPanel({ stack, beginnings, current, onToggle, onSave }: StripPanelProps) {
  const { words } = useWords();
  const changed =
    [...beginnings].filter((one) => !beginningsOf(stack.letters).has(one)).length + lost(stack, beginnings);
  return (
    <aside className="strip-panel">
      <h1>{stack.fileName}</h1>
      <p className="faint">
        {words.stacks.page(current, stack.pages.length)}
        {stack.mendedBy && ` · ${words.stacks.mendedBy} ${stack.mendedBy}`}
      </p>
      <Boundary {...{ stack, beginnings, current, onToggle }} />
      <img
        key={current}
        className="strip-large"
        src={`/api/stacks/${stack.sha256}/pages/${current}/image`}
        alt={words.stacks.page(current, stack.pages.length)}
      />
      <div className="strip-save">
        <p>{changed > 0 ? words.stacks.changed(changed) : words.stacks.unchanged}</p>
        <button type="button" className="primary" onClick={onSave}>
          {changed > 0 ? words.stacks.save : words.stacks.confirm} <Keys keys="s" />
        </button>
        <p className="faint">{words.stacks.hint}</p>
      </div>
    </aside>
  );
}

const lost = ({ letters }: StackAnswer, beginnings: Beginnings) =>
  letters.filter(({ first }) => !beginnings.has(first)).length;

function Boundary({ stack, beginnings, current, onToggle }: Omit<StripPanelProps, 'onSave'>) {
  const { words } = useWords();
  const { permissions } = usePerson();
  const page = stack.pages[current - 1];
  const letter = stack.letters.find(({ first, last }) => first <= current && current <= last);
  const begins = beginnings.has(current);
  if (!page || isApart(stack.pages, current)) return <p>{words.stacks.kinds[page?.kind ?? 'sheet']}</p>;
  return (
    <section className={page.doubtful ? 'boundary doubtful' : 'boundary'}>
      <p>
        <b>{begins || current === 1 ? words.stacks.begins : words.stacks.goesOn}</b>
        {letter && permissions.includes('documents') && (
          <Link to={`/dokument/${letter.documentId}`}>
            {words.states[letter.state]} · {letter.documentId}
          </Link>
        )}
      </p>
      {page.doubtful && <p>{words.stacks.unsure(Math.round((page.confidence ?? 0) * 100))}</p>}
      {page.reasons.length > 0 && <p className="faint">{page.reasons.join(', ')}</p>}
      {isFixed(stack.pages, current) ? (
        current > 1 && <p className="faint">{words.stacks.fixed}</p>
      ) : (
        <button type="button" onClick={onToggle}>
          {begins ? words.stacks.join : words.stacks.cut} <Keys keys="x" />
        </button>
      )}
    </section>
  );
}
