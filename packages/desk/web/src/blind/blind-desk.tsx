import { useCallback, useEffect, useRef, useState } from 'react';
import type { BlindDecisionAnswer, NextBlindAnswer } from '../../../src/api/blind.ts';
import { tell } from '../api.ts';
import { Pages } from '../document/pages.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { Empty } from '../parts/empty.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { go } from '../router.tsx';
import { useToast } from '../shell/toast.tsx';
import { useWords } from '../words/use-words.tsx';
import { BlindPanel } from './blind-panel.tsx';
import { Reveal } from './reveal.tsx';

type BlindDocument = NonNullable<NextBlindAnswer['document']>;

/** Letters that the machine delivered, decided once more by somebody who does not see what it decided. */
export default function BlindDesk() {
  const { words } = useWords();
  const { sayWrong } = useToast();
  const [drawn, setDrawn] = useState<NextBlindAnswer>();
  const [refusal, setRefusal] = useState<unknown>();
  const skipped = useRef<number[]>([]);
  const next = useCallback(
    () =>
      tell<NextBlindAnswer>('POST', '/blind/next', { skip: skipped.current }).then(
        setDrawn,
        (error: unknown) => {
          setRefusal(error);
          sayWrong(error);
        },
      ),
    [sayWrong],
  );
  useEffect(() => {
    next();
  }, [next]);
  const skip = () => {
    if (drawn?.document) skipped.current.push(drawn.document.id);
    next();
  };
  useKeys([{ keys: 'Escape', label: words.keys.back, run: () => go('/klaerung') }]);
  if (!drawn) return <Waiting refusal={refusal} />;
  if (!drawn.document)
    return (
      <div className="view">
        <h1>{words.blind.title}</h1>
        <Empty title={words.blind.empty} hint={words.blind.emptyHint} />
      </div>
    );
  return <BlindOne key={drawn.document.id} document={drawn.document} left={drawn.open} {...{ next, skip }} />;
}

interface BlindOneProps {
  readonly document: BlindDocument;
  readonly left: number;
  readonly next: () => void;
  readonly skip: () => void;
}

function BlindOne({ document, left, next, skip }: BlindOneProps) {
  const { words } = useWords();
  const { say, sayWrong } = useToast();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [answer, setAnswer] = useState<BlindDecisionAnswer>();
  const busy = useRef(false);
  async function decide() {
    if (busy.current || chosen.length === 0) return; // Enter pressed twice decides once
    busy.current = true;
    const path = `/blind/${document.id}/decision`;
    await tell<BlindDecisionAnswer>('POST', path, { intents: chosen }).then((found) => {
      if (found.verdict !== 'right') return setAnswer(found);
      say({ text: words.blind.verdicts.right });
      next();
    }, sayWrong);
    busy.current = false;
  }
  return (
    <div className="document-view review">
      <Pages document={document} blind />
      {answer ? (
        <Reveal {...{ answer, chosen, documentId: document.id }} onNext={next} />
      ) : (
        <BlindPanel {...{ document, left, chosen }} onChoose={setChosen} onDecide={decide} onSkip={skip} />
      )}
    </div>
  );
}
