import { useState } from 'react';
import type { DocumentAnswer } from '../../../src/api/documents.ts';
import type { CustomersAnswer } from '../../../src/api/review.ts';
import { Confidence } from '../document/facts.tsx';
import { Keys } from '../keys/key-help.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useAsk } from '../use-ask.ts';
import { useWords } from '../words/use-words.tsx';
import { Finder } from './finder.tsx';

interface AccountChoiceProps {
  readonly guesses: DocumentAnswer['accounts'];
  /** Undefined: nothing yet; null: there is no account. */
  readonly chosen: string | null | undefined;
  readonly onChoose: (customerNumber: string | null) => void;
}

const keys = ['q', 'w', 'e'];

/** The three best guesses, each on a key; any other account by number or name, or none at all. */
export function AccountChoice({ guesses, chosen, onChoose }: AccountChoiceProps) {
  const { words } = useWords();
  const offered = guesses.slice(0, keys.length);
  useKeys([
    ...offered.map(({ customerNumber, name }, index) => ({
      keys: keys[index] ?? '',
      label: `${name} (${customerNumber})`,
      run: () => onChoose(customerNumber),
    })),
    { keys: '0', label: words.review.noAccount, run: () => onChoose(null) },
  ]);
  return (
    <section>
      <h2>{words.review.account}</h2>
      <ul className="choices">
        {offered.map(({ customerNumber, name, confidence, evidence }, index) => (
          <li key={customerNumber}>
            <button
              type="button"
              aria-pressed={chosen === customerNumber}
              onClick={() => onChoose(customerNumber)}
            >
              <Keys keys={keys[index] ?? ''} />
              <span className="grow">
                <b>{name}</b> <span className="account">{customerNumber}</span>
                <span className="faint">{evidence.join(', ')}</span>
              </span>
              <Confidence value={confidence} />
            </button>
          </li>
        ))}
        <FindAccount known={offered.map((one) => one.customerNumber)} chosen={chosen} onChoose={onChoose} />
        <li>
          <button type="button" aria-pressed={chosen === null} onClick={() => onChoose(null)}>
            <Keys keys="0" />
            <span className="grow">{words.review.noAccount}</span>
          </button>
        </li>
      </ul>
    </section>
  );
}

interface FindAccountProps {
  readonly known: readonly string[];
  readonly chosen: string | null | undefined;
  readonly onChoose: (customerNumber: string) => void;
}

function FindAccount({ known, chosen, onChoose }: FindAccountProps) {
  const { words } = useWords();
  const [typed, setTyped] = useState('');
  const asking = typed.trim().length >= 2;
  const { data } = useAsk<CustomersAnswer>(
    asking ? `/customers?q=${encodeURIComponent(typed.trim())}` : null,
  );
  const found = asking ? (data?.customers ?? []).filter((one) => !known.includes(one.customerNumber)) : [];
  const [first] = found;
  return (
    <>
      <Finder
        {...{ keys: 'r', label: words.review.find, typed, onType: setTyped }}
        onTake={first && (() => onChoose(first.customerNumber))}
      />
      {found.map(({ customerNumber, name, street, postalCode, city }) => (
        <li key={customerNumber}>
          <button
            type="button"
            aria-pressed={chosen === customerNumber}
            onClick={() => onChoose(customerNumber)}
          >
            <span className="grow">
              <b>{name}</b> <span className="account">{customerNumber}</span>
              <span className="faint">
                {[street, `${postalCode} ${city}`].filter((one) => one.trim()).join(', ')}
              </span>
            </span>
          </button>
        </li>
      ))}
    </>
  );
}
