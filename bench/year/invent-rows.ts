import { loadTaxonomy } from '@mailroom/classifier';
import { inventLetter } from './invent-letter.ts';
import type { Phrasebook } from './read-phrasebook.ts';
import type { wordStemmer } from './stem-words.ts';

const queueOf = new Map(loadTaxonomy().intents.map(({ intent, queue }) => [intent, queue]));

/** Letters `from` to `to` as `insertInvented` takes them. */
export async function inventRows(
  from: number,
  to: number,
  book: Phrasebook,
  stem: ReturnType<typeof wordStemmer>,
) {
  const rows = Array.from({ length: to - from + 1 }, (_, at) => rowOf(from + at, book));
  const stems = await stem(rows.map((row) => `${row.text} ${row.name ?? ''}`));
  return rows.map((row, at) => ({ ...row, search: searchOf(row, stems[at] ?? new Set()) }));
}

function rowOf(id: number, book: Phrasebook) {
  const { text, channel, customer, intents, fields } = inventLetter(id, book);
  const rejected = id % 97 === 0;
  const known = rejected ? null : customer;
  return {
    ...{ id, text, channel, state: rejected ? 'rejected' : 'routed' },
    intents: rejected ? [] : intents.map((intent) => ({ intent, queue: queueOf.get(intent) ?? intent })),
    fields: Object.entries(fields).map(([name, value]) => ({ name, value })),
    customer_number: known?.customerNumber ?? null,
    name: known ? known.company || `${known.firstName} ${known.lastName}` : null,
  };
}

/** What search_lexemes would make out of the same rows, the days apart. */
function searchOf(row: ReturnType<typeof rowOf>, stems: ReadonlySet<string>): string {
  const { text, state, channel, fields, intents, customer_number: customer } = row;
  const numbers = [...text.matchAll(/\d[\d \t./-]{2,}\d/g)].map(([number]) =>
    number.replace(/\D/g, '').slice(0, 40),
  );
  const values = [...fields.map(({ value }) => value), ...(customer === null ? [] : [customer])];
  const lexemes = [
    ...[...stems, ...numbers, `State:${state}`, `Channel:${channel}`],
    ...values.flatMap((value) => [
      value.replace(/[^0-9A-Za-z]/g, '').toLowerCase(),
      value.replace(/\D/g, ''),
    ]),
    ...(customer === null ? [] : [`Account:${customer}`]),
    ...intents.flatMap(({ intent, queue }) => [`Intent:${intent}`, `Queue:${queue}`]),
  ];
  return [...new Set(lexemes)]
    .map((one) => `'${one.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`)
    .join(' ');
}
