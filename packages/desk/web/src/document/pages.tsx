import { useState } from 'react';
import { useKeys } from '../keys/use-keys.ts';
import { useWords } from '../words/use-words.tsx';
import { neighbourPage } from './neighbour-page.ts';
import { type PagedDocument, PageStage } from './page-stage.tsx';
import { Thumbnails } from './thumbnails.tsx';

interface PagesProps {
  readonly document: PagedDocument;
  readonly query?: string;
  /** Nothing of what the machine found may show. */
  readonly blind?: boolean;
}

/** The pages of a document, one of them large; n and p turn them. */
export function Pages({ document, query = '', blind = false }: PagesProps) {
  const { words } = useWords();
  const [number, setNumber] = useState(1);
  const turn = (step: 1 | -1) => setNumber(neighbourPage(document.pages, number, step));
  useKeys([
    { keys: 'n', label: words.keys.nextPage, run: () => turn(1) },
    { keys: 'p', label: words.keys.previousPage, run: () => turn(-1) },
  ]);
  return (
    <>
      {document.pages.length > 1 && <Thumbnails document={document} current={number} onSelect={setNumber} />}
      <PageStage {...{ document, number, query, blind }} onPage={setNumber} />
    </>
  );
}
