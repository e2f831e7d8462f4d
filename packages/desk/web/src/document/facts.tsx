import type { DocumentAnswer } from '../../../src/api/documents.ts';
import { Keys } from '../keys/key-help.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { Came } from '../parts/came.tsx';
import { ChannelIcon } from '../parts/channel.tsx';
import { Copy } from '../parts/copy.tsx';
import { go, Link, useLocation } from '../router.tsx';
import { usePerson } from '../shell/person.tsx';
import { useLabels, useWords } from '../words/use-words.tsx';
import { unsettledIntents } from '../work/unsettled-intents.ts';
import { WorkItems } from '../work/work-items.tsx';
import { History } from './history.tsx';
import { Twins } from './twins.tsx';
import type { Neighbours } from './use-neighbours.ts';

interface FactsProps {
  readonly document: DocumentAnswer;
  readonly neighbours: Neighbours;
  readonly onChange: () => void;
}

/** What is known of a document and what to do with it. */
export function Facts({ document, neighbours, onChange }: FactsProps) {
  const { words } = useWords();
  const { path, query } = useLocation();
  const { permissions } = usePerson();
  const linked = document.accounts.find((one) => one.linked);
  return (
    <aside className="facts">
      <Place neighbours={neighbours} />
      <Head document={document} />
      {document.reason && <p className={`reason ${document.state}`}>{document.reason}</p>}
      <StackLink document={document} />
      {permissions.includes('work') && (
        <WorkItems
          {...{ document, onChange }}
          onDone={neighbours.place ? neighbours.next : onChange}
          onReopen={() => {
            go(`${path}?${query}`, { replace: true });
            onChange();
          }}
        />
      )}
      <Intents document={document} />
      <section>
        <h2>{words.document.account}</h2>
        {linked ? <Account account={linked} /> : <p className="faint">{words.document.noAccount}</p>}
      </section>
      <FieldList document={document} />
      <Twins twins={document.twins} />
      <Related document={document} />
      <History history={document.history} />
      <Properties document={document} />
    </aside>
  );
}

/** Where in a list somebody is who works through it. */
function Place({ neighbours }: Pick<FactsProps, 'neighbours'>) {
  const { words } = useWords();
  const { place, next, previous } = neighbours;
  if (place === '') return null;
  return (
    <p className="place">
      <span>{place}</span>
      <button type="button" onClick={previous} aria-label={words.work.previousDocument}>
        ‹
      </button>
      <button type="button" onClick={next} aria-label={words.work.nextDocument}>
        ›
      </button>
    </p>
  );
}

/** To the strip of the stack that the document was cut from, for who may cut it otherwise. */
export function StackLink({ document }: { readonly document: DocumentAnswer }) {
  const { words } = useWords();
  const { permissions } = usePerson();
  if (document.stack === null || !permissions.includes('stacks')) return null;
  return (
    <p>
      <Link to={`/stapel/${document.stack}`}>{words.stacks.view}</Link>
    </p>
  );
}

function Head({ document }: { readonly document: DocumentAnswer }) {
  const { words } = useWords();
  const { permissions } = usePerson();
  const linked = document.accounts.find((one) => one.linked);
  const correctable =
    permissions.includes('review') && (document.state === 'routed' || document.state === 'review');
  const correction = `/klaerung?dokument=${document.id}`;
  useKeys(correctable ? [{ keys: 'r', label: words.document.correct, run: () => go(correction) }] : []);
  return (
    <div className="facts-head">
      <h1>{linked?.name || document.fileName}</h1>
      <p className="hit-facts">
        <Came {...document} />
        <span className={`state ${document.state}`}>{words.states[document.state]}</span>
        {correctable && (
          <Link to={correction}>
            {words.document.correct} <Keys keys="r" />
          </Link>
        )}
      </p>
    </div>
  );
}

function Intents({ document }: { readonly document: DocumentAnswer }) {
  const { words } = useWords();
  const chosen = document.intents.filter((one) => one.chosen);
  const perhaps = unsettledIntents(document);
  return (
    <section>
      <h2>{words.document.intents}</h2>
      {chosen.length === 0 && <p className="faint">{words.document.noIntent}</p>}
      <Guesses guesses={chosen} />
      {perhaps.length > 0 && (
        <div className="perhaps">
          <h3>{words.document.perhaps}</h3>
          <Guesses guesses={perhaps} />
        </div>
      )}
    </section>
  );
}

function Guesses({ guesses }: { readonly guesses: DocumentAnswer['intents'] }) {
  const labels = useLabels();
  return (
    <ul className="guesses">
      {guesses.map(({ intent, confidence, evidence }) => (
        <li key={intent}>
          <p>
            <b>{labels.intent(intent)}</b>
            <Confidence value={confidence} byHand={confidence === 1} />
          </p>
          {evidence.map((phrase) => (
            <q key={phrase}>{phrase}</q>
          ))}
        </li>
      ))}
    </ul>
  );
}

function Account({ account }: { readonly account: DocumentAnswer['accounts'][number] }) {
  return (
    <div className="guesses">
      <p>
        <b>{account.name}</b>
        <Confidence value={account.confidence} byHand={account.evidence.includes('Von Hand zugeordnet')} />
      </p>
      <p className="account">
        <Copy text={account.customerNumber} />
      </p>
      <p className="faint">{account.evidence.join(', ')}</p>
    </div>
  );
}

/** A person's word is not a guess: it shows as such. */
export function Confidence({ value, byHand = false }: { readonly value: number; readonly byHand?: boolean }) {
  const { words } = useWords();
  const percent = Math.round(value * 100);
  if (byHand) return <span className="confidence">{words.document.byHand}</span>;
  return (
    <span className="confidence" title={words.document.confidence(percent)}>
      <meter min={0} max={100} value={percent} aria-label={words.document.confidence(percent)} />
      {percent} %
    </span>
  );
}

function FieldList({ document }: { readonly document: DocumentAnswer }) {
  const { words, formats } = useWords();
  if (document.fields.length === 0) return null;
  const written: Readonly<Record<string, (value: string) => string>> = {
    effectiveDate: formats.date,
    amount: formats.amount,
    newIban: (value) => value.replace(/.{4}(?=.)/g, '$& '),
  };
  return (
    <section>
      <h2>{words.document.fields}</h2>
      <dl className="pairs">
        {document.fields.map(({ name, value }) => (
          <div key={name}>
            <dt>{words.fields[name] ?? name}</dt>
            <dd>
              <Copy text={value} shown={written[name]?.(value) ?? value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Related({ document }: { readonly document: DocumentAnswer }) {
  const { words, formats } = useWords();
  const labels = useLabels();
  const account = document.accounts.find((one) => one.linked);
  if (!account) return null;
  return (
    <section>
      <h2>{words.document.related}</h2>
      {document.related.length <= 1 && <p className="faint">{words.document.onlyThis}</p>}
      {document.related.length > 1 && (
        <ol className="related">
          {document.related.map((one) => (
            <li key={one.documentId} aria-current={one.documentId === document.id ? 'true' : undefined}>
              <Link to={`/dokument/${one.documentId}`}>
                <ChannelIcon channel={one.channel} />
                <time dateTime={one.receivedAt}>{formats.date(one.receivedAt)}</time>
                <span className="grow">{one.intents.map(labels.intent).join(', ') || one.fileName}</span>
                {one.state !== 'routed' && (
                  <span className={`state ${one.state}`}>{words.states[one.state]}</span>
                )}
              </Link>
            </li>
          ))}
        </ol>
      )}
      {document.related.length >= mostRelated && (
        <Link to={`/suche?q=${encodeURIComponent(`konto:${account.customerNumber}`)}`}>
          {words.document.allOfAccount}
        </Link>
      )}
    </section>
  );
}

/** As many as the API tells at most. */
const mostRelated = 50;

function Properties({ document }: { readonly document: DocumentAnswer }) {
  const { words, formats } = useWords();
  const { permissions } = usePerson();
  const others = document.arrivals.slice(1);
  return (
    <details className="properties">
      <summary>{words.document.details}</summary>
      <dl className="pairs">
        <div>
          <dt>{words.document.file}</dt>
          <dd>{document.fileName}</dd>
        </div>
        {document.sender && (
          <div>
            <dt>{words.document.sender}</dt>
            <dd>{document.sender}</dd>
          </div>
        )}
        {document.receiptDate && (
          <div>
            <dt>{words.document.receiptDate}</dt>
            <dd>{formats.date(document.receiptDate)}</dd>
          </div>
        )}
        {others.map(({ path, arrivedAt }) => (
          <div key={path}>
            <dt>{words.document.arrivals}</dt>
            <dd>
              {path}, {formats.moment(arrivedAt)}
            </dd>
          </div>
        ))}
      </dl>
      {permissions.includes('audit') && (
        <p>
          <Link to={`/protokoll?document=${document.id}`}>{words.audit.ofDocument}</Link>
        </p>
      )}
    </details>
  );
}
