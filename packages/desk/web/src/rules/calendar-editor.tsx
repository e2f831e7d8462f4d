import { useWords } from '../words/use-words.tsx';
import type { Draft, Editing } from './draft.ts';

type Calendar = Draft['calendar'];

/** When the company works: holidays, close of business, days of its own. */
export function CalendarEditor({ draft, change }: Editing) {
  const { words } = useWords();
  const { calendar } = draft;
  const set = (part: Partial<Calendar>) => change({ ...draft, calendar: { ...calendar, ...part } });
  const codes = Object.keys(words.rules.regions) as Calendar['region'][]; // the keys of its own type
  return (
    <div className="rules-form">
      <label className="field">
        <span>{words.rules.region}</span>
        <select
          value={calendar.region}
          onChange={(event) => set({ region: codes.find((code) => code === event.target.value) ?? 'BUND' })}
        >
          {codes.map((code) => (
            <option key={code} value={code}>
              {words.rules.regions[code]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{words.rules.closes}</span>
        <select
          value={calendar.closesAtHour}
          onChange={(event) => set({ closesAtHour: Number(event.target.value) })}
        >
          {Array.from({ length: 24 }, (_, index) => index + 1).map((hour) => (
            <option key={hour} value={hour}>
              {words.rules.clock(hour)}
            </option>
          ))}
        </select>
        <small>{words.rules.closesHint}</small>
      </label>
      <ClosedDays days={calendar.closedDays} onChange={(closedDays) => set({ closedDays })} />
    </div>
  );
}

interface ClosedDaysProps {
  readonly days: readonly string[];
  readonly onChange: (days: string[]) => void;
}

function ClosedDays({ days, onChange }: ClosedDaysProps) {
  const { words, formats } = useWords();
  const add = (form: FormData) => onChange([...new Set([...days, String(form.get('day'))])].sort());
  return (
    <section className="field">
      <h2>{words.rules.closed}</h2>
      <ul className="day-list">
        {days.map((day) => (
          <li key={day} className="tag">
            {formats.date(day)}{' '}
            <button
              type="button"
              className="quiet"
              aria-label={`${words.rules.remove}: ${formats.date(day)}`}
              onClick={() => onChange(days.filter((one) => one !== day))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <form action={add} className="new-user">
        <input type="date" name="day" aria-label={words.rules.closed} required />
        <button type="submit">{words.rules.addDay}</button>
      </form>
      <small>{words.rules.closedHint}</small>
    </section>
  );
}
