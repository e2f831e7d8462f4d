import { useState } from 'react';
import type { DocumentAnswer, PageAnswer } from '../../../src/api/documents.ts';
import { Keys } from '../keys/key-help.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { Copy } from '../parts/copy.tsx';
import { PageView } from '../parts/page-view.tsx';
import { useAsk } from '../use-ask.ts';
import { useWords } from '../words/use-words.tsx';

/** As much of a document as its pages need. */
export type PagedDocument = Pick<DocumentAnswer, 'id' | 'pages' | 'searchable'>;

interface PageStageProps {
  readonly document: PagedDocument;
  readonly number: number;
  readonly query: string;
  readonly onPage: (number: number) => void;
  /** Nothing of what the machine found may show. */
  readonly blind: boolean;
}

const zooms = [0.5, 0.65, 0.8, 1, 1.25, 1.6, 2, 2.6];
const fitting = 3;

/** One page with its tools: zoom, turn, findings on and off, image or text. */
export function PageStage({ document, number, query, onPage, blind }: PageStageProps) {
  const { words } = useWords();
  const [zoom, setZoom] = useState(fitting);
  const [turn, setTurn] = useState(0);
  const [marks, setMarks] = useState(!blind);
  const [asText, setAsText] = useState(false);
  const page = document.pages.find((one) => one.number === number);
  const tools: Tools = {
    larger: () => setZoom(Math.min(zooms.length - 1, zoom + 1)),
    smaller: () => setZoom(Math.max(0, zoom - 1)),
    turn: () => setTurn((turn + 90) % 360),
    toggleMarks: () => setMarks(!marks && !blind),
    toggleText: () => setAsText(!asText),
  };
  useToolKeys(tools);
  return (
    <section className="stage">
      <Toolbar {...{ document, number, onPage, tools, marks, asText, blind }} />
      <section
        className="stage-scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys scroll the page only when it can be focused
        tabIndex={0}
        aria-label={words.document.page(number, Math.max(1, document.pages.length))}
      >
        {asText ? (
          <PageText documentId={document.id} number={number} />
        ) : (
          <div className="stage-page" style={{ width: `${(zooms[zoom] ?? 1) * 100}%` }}>
            <PageView
              key={number}
              {...{ documentId: document.id, number, query, marks, turn, aspect: page?.aspect }}
            />
          </div>
        )}
      </section>
    </section>
  );
}

interface Tools {
  larger(): void;
  smaller(): void;
  turn(): void;
  toggleMarks(): void;
  toggleText(): void;
}

function useToolKeys(tools: Tools): void {
  const { words } = useWords();
  useKeys([
    { keys: '+', label: words.keys.zoomIn, run: tools.larger },
    { keys: '-', label: words.keys.zoomOut, run: tools.smaller },
    { keys: 'd', label: words.keys.turn, run: tools.turn },
    { keys: 'm', label: words.keys.marks, run: tools.toggleMarks },
    { keys: 't', label: words.keys.text, run: tools.toggleText },
  ]);
}

interface ToolbarProps {
  readonly document: PagedDocument;
  readonly number: number;
  readonly onPage: (number: number) => void;
  readonly tools: Tools;
  readonly marks: boolean;
  readonly asText: boolean;
  readonly blind: boolean;
}

function Toolbar({ document, number, onPage, tools, marks, asText, blind }: ToolbarProps) {
  const { words } = useWords();
  const count = Math.max(1, document.pages.length);
  return (
    <div className="toolbar">
      {count > 1 && <Pager {...{ number, count, onPage }} />}
      <p className="tools">
        <button type="button" onClick={tools.smaller} aria-label={words.keys.zoomOut}>
          −
        </button>
        <button type="button" onClick={tools.larger} aria-label={words.keys.zoomIn}>
          +
        </button>
        <button type="button" onClick={tools.turn}>
          <span aria-hidden="true">↻</span>
          <span className="unseen">{words.keys.turn}</span> <Keys keys="d" />
        </button>
        {!blind && (
          <button type="button" onClick={tools.toggleMarks} aria-pressed={marks}>
            {words.keys.marks} <Keys keys="m" />
          </button>
        )}
        <button type="button" onClick={tools.toggleText} aria-pressed={asText}>
          {asText ? words.document.image : words.document.text} <Keys keys="t" />
        </button>
      </p>
      <p className="tools">
        <a className="button" href={`/api/documents/${document.id}/original`} download>
          {words.document.original}
        </a>
        {document.searchable && (
          <a
            className="button"
            href={`/api/documents/${document.id}/searchable.pdf`}
            title={words.document.pdfHint}
            download
          >
            {words.document.pdf}
          </a>
        )}
      </p>
    </div>
  );
}

function Pager({
  number,
  count,
  onPage,
}: Pick<ToolbarProps, 'number' | 'onPage'> & { readonly count: number }) {
  const { words } = useWords();
  return (
    <p className="pager">
      <button
        type="button"
        onClick={() => onPage(number - 1)}
        disabled={number <= 1}
        aria-label={words.keys.previousPage}
      >
        ‹
      </button>
      <span>{words.document.page(number, count)}</span>
      <button
        type="button"
        onClick={() => onPage(number + 1)}
        disabled={number >= count}
        aria-label={words.keys.nextPage}
      >
        ›
      </button>
    </p>
  );
}

function PageText({ documentId, number }: { readonly documentId: number; readonly number: number }) {
  const { words } = useWords();
  const { data } = useAsk<PageAnswer>(`/documents/${documentId}/pages/${number}`);
  if (!data) return null;
  const text = data.text.trim();
  return (
    <div className="page-text">
      {text !== '' && <Copy text={text} label={words.document.copy} />}
      <pre>{text === '' ? words.document.noText : data.text}</pre>
    </div>
  );
}
