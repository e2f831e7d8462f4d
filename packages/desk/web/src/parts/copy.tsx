import { useToast } from '../shell/toast.tsx';
import { useWords } from '../words/use-words.tsx';

interface CopyProps {
  readonly text: string;
  /** How the text is written for people; without it as it is. */
  readonly shown?: string;
  /** With one a button of its own; without it the text itself is what is pressed. */
  readonly label?: string;
}

/** Puts a text into the clipboard: a number that is asked for on the phone, the words of a page. */
export function Copy({ text, shown = text, label }: CopyProps) {
  const { words } = useWords();
  const { say } = useToast();
  const copy = async () => {
    await write(text);
    say({ text: words.document.copied });
  };
  return (
    <button type="button" className={label ? 'copy-all' : 'copy'} title={words.document.copy} onClick={copy}>
      {label ?? shown}
    </button>
  );
}

/** Browsers give pages without TLS no clipboard; there the old way through a selection works. */
async function write(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}
