import type { StepAnswer, StepBody } from '../../../src/api/work.ts';
import { tell } from '../api.ts';
import { useToast } from '../shell/toast.tsx';
import { useWords } from '../words/use-words.tsx';

/** A step without words of one's own; forwarding and giving back need some (see HandOver). */
export type PlainStep = 'claim' | 'release' | 'finish' | 'reopen';

/**
 * Does a step with one or several work items, says what came of it, and offers to take a finish back. `after` is called
 * with the items that were changed, also when they are changed back.
 */
export function useSteps(after: (changed: readonly number[], step: StepBody['step']) => void) {
  const { words } = useWords();
  const { say, sayWrong } = useToast();
  async function send(body: StepBody): Promise<void> {
    const { changed } = await tell<StepAnswer>('POST', '/work-items/steps', body);
    const undo = () => void send({ step: 'reopen', ids: [...changed] }).catch(sayWrong);
    const done = body.step === 'finish' && changed.length > 0;
    const text = done ? words.work.finished(changed.length) : '';
    const partly = changed.length < body.ids.length ? words.work.partly(changed.length, body.ids.length) : '';
    if (text || partly) say({ text: `${text} ${partly}`.trim(), bad: !done, ...(done ? { undo } : {}) });
    after(changed, body.step);
  }
  const step = (ids: readonly number[], name: PlainStep) => {
    if (ids.length > 0) send({ step: name, ids: [...ids] }).catch(sayWrong);
  };
  return { step, send };
}
