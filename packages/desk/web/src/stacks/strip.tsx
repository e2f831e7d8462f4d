import { useEffect, useRef } from 'react';
import type { StackAnswer } from '../../../src/api/stacks.ts';
import { useWords } from '../words/use-words.tsx';
import { type Beginnings, isApart, isFixed } from './boundaries.ts';

interface StripProps {
  readonly stack: StackAnswer;
  readonly beginnings: Beginnings;
  readonly current: number;
  readonly onSelect: (number: number) => void;
  readonly onToggle: (number: number) => void;
}

/** All pages of a stack in reading order; a letter's first page stands apart and carries its number. */
export function Strip({ stack, beginnings, current, onSelect, onToggle }: StripProps) {
  const { words } = useWords();
  let letter = 0;
  return (
    <ol className="strip" aria-label={stack.fileName}>
      {stack.pages.map((page) => {
        const begins =
          beginnings.has(page.number) ||
          (isFixed(stack.pages, page.number) && !isApart(stack.pages, page.number));
        if (begins) letter += 1;
        return (
          <li
            key={page.number}
            className={`${begins ? 'begins' : ''} ${page.doubtful ? 'doubtful' : ''} is-${page.kind}`}
          >
            {begins && <p className="letter-number">{words.stacks.letter(letter)}</p>}
            <Cut {...{ stack, page, begins, onToggle }} />
            <Page {...{ stack, page, isCurrent: page.number === current, onSelect }} />
          </li>
        );
      })}
    </ol>
  );
}

type Page = StackAnswer['pages'][number];

function Page({
  stack,
  page,
  isCurrent,
  onSelect,
}: {
  readonly stack: StackAnswer;
  readonly page: Page;
  readonly isCurrent: boolean;
  readonly onSelect: (number: number) => void;
}) {
  const { words } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isCurrent) button.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const kind = words.stacks.kinds[page.kind];
  return (
    <button
      ref={button}
      type="button"
      className="strip-page"
      aria-pressed={isCurrent}
      aria-label={`${words.stacks.page(page.number, stack.pages.length)} ${kind}`.trim()}
      onClick={() => onSelect(page.number)}
    >
      <img
        src={`/api/stacks/${stack.sha256}/pages/${page.number}/image?size=thumbnail`}
        alt=""
        loading="lazy"
      />
      <span>
        {page.number}
        {kind && <em>{kind}</em>}
      </span>
    </button>
  );
}

/** Between two pages: cuts or joins them. */
function Cut({
  stack,
  page,
  begins,
  onToggle,
}: {
  readonly stack: StackAnswer;
  readonly page: Page;
  readonly begins: boolean;
  readonly onToggle: (number: number) => void;
}) {
  const { words } = useWords();
  if (isFixed(stack.pages, page.number) || isApart(stack.pages, page.number)) return null;
  const label = `${begins ? words.stacks.join : words.stacks.cut} (${words.stacks.page(page.number, stack.pages.length)})`;
  return (
    <button
      type="button"
      className="cut"
      aria-label={label}
      title={label}
      onClick={() => onToggle(page.number)}
    >
      {page.doubtful ? '?' : begins ? '⌫' : '✂'}
    </button>
  );
}
