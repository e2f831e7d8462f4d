import { daysUntil } from '../words/format.ts';
import { useWords } from '../words/use-words.tsx';

/** A deadline in words, coloured by how near it is. */
export function Due({ at }: { readonly at: string }) {
  const { words, formats } = useWords();
  const left = Date.parse(at) - Date.now();
  const days = daysUntil(at);
  const age = left < 0 ? 'late' : left < 4 * 3_600_000 ? 'soon' : days <= 1 ? 'today' : 'later';
  const text =
    left < 0
      ? words.due.late(-days)
      : days === 0
        ? words.due.today
        : days === 1
          ? words.due.tomorrow
          : words.due.on(formats.day(at));
  return (
    <time className={`due ${age}`} dateTime={at} title={formats.moment(at)}>
      {text}
    </time>
  );
}
