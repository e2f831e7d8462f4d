import { useWords } from '../words/use-words.tsx';
import { Empty } from './empty.tsx';

/** Until an answer is there: that it is on its way, or why it does not come. What may still come is asked for again. */
export function Waiting({ refusal }: { readonly refusal: unknown }) {
  const { words, sentence } = useWords();
  if (!refusal)
    return (
      <p className="waiting" role="status">
        {words.loading}
      </p>
    );
  return <Empty title={sentence(refusal)} />;
}
