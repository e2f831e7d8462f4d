import type { DocumentAnswer } from '../../../src/api/documents.ts';
import type { AddedIntentAnswer } from '../../../src/api/work.ts';
import { tell } from '../api.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { useToast } from '../shell/toast.tsx';
import { useLabels, useWords } from '../words/use-words.tsx';
import { unsettledIntents } from './unsettled-intents.ts';

interface AddIntentProps {
  readonly document: DocumentAnswer;
  readonly onChange: () => void;
  readonly onClose: () => void;
}

/** Another wish in a delivered letter, for its department; what the machine thought of stands first. */
export function AddIntent({ document, onChange, onClose }: AddIntentProps) {
  const { words } = useWords();
  const labels = useLabels();
  const { say, sayWrong } = useToast();
  async function add(form: FormData) {
    const { label, queue } = await tell<AddedIntentAnswer>(
      'POST',
      `/documents/${document.id}/intents`,
      Object.fromEntries(form),
    );
    const undo = () =>
      tell('POST', `/decisions/${label}/undo`).then(() => {
        say({ text: words.review.undone });
        onChange();
      }, sayWrong);
    say({ text: words.review.delivered(labels.queue(queue)), undo });
    onChange();
  }
  const chosen = new Set(document.intents.filter((one) => one.chosen).map((one) => one.intent));
  const others = labels.intents.filter(({ intent }) => !chosen.has(intent) && intent !== 'other');
  return (
    <FormDialog
      title={words.work.addIntent}
      lead={words.work.addIntentLead}
      submit={words.work.deliver}
      onSend={add}
      onClose={onClose}
    >
      <label className="field">
        <span>{words.work.intent}</span>
        <select name="intent" required defaultValue={unsettledIntents(document)[0]?.intent ?? ''}>
          <option value="" />
          {others.map(({ intent }) => (
            <option key={intent} value={intent}>
              {labels.intent(intent)}
            </option>
          ))}
        </select>
      </label>
    </FormDialog>
  );
}
