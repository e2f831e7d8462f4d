import { type Random, seededRandom } from '@mailroom/fixtures/customers';
import type { SampleLetter } from './sample-letters.ts';

/** What case workers type. `queues`: only what lies there may be found. `page`: that page is timed, from 1. */
export interface QueryKind {
  readonly kind: string;
  readonly queues?: readonly string[];
  readonly page?: number;
  ask(letter: SampleLetter, random: Random): string;
}

const common = [
  'Kündigung',
  'Vertrag',
  'Rechnung',
  'Rufnummer',
  'Anschrift',
  'Router',
  'kündigen',
  'Kunde',
  'bitte',
  'Konto',
] as const;
const parts = [
  'nummer',
  'vertrag',
  'bestätigung',
  'verlängerung',
  'betrag',
  'anschluss',
  'gebühr',
  'bescheinigung',
] as const;
const typedSoFar = ['kün', 'künd', 'kündi', 'ver', 'vertr', 'rech', 'rechn', 'umz', 'umzu', 'rout'] as const;

export const queryKinds: readonly QueryKind[] = [
  { kind: 'rare word', ask: (letter, random) => random.pick(letter.rareWords) },
  { kind: 'common word', ask: (_, random) => random.pick(common) },
  { kind: 'word being typed', ask: (_, random) => random.pick(typedSoFar) },
  { kind: 'two common words', ask: (_, random) => `${random.pick(common)} ${random.pick(common)}` },
  {
    kind: 'common and rare word',
    ask: (letter, random) => `${random.pick(common)} ${random.pick(letter.rareWords)}`,
  },
  { kind: 'misspelt word', ask: (_, random) => misspell(random.pick(common), random) },
  { kind: 'part of a compound', ask: (_, random) => random.pick(parts) },
  {
    kind: 'number spaced otherwise',
    ask: ({ customerNumber }) => customerNumber.replace(/^(..)(...)(..)/, '$1 $2-$3 '),
  },
  { kind: 'name', ask: ({ name }) => name },
  { kind: 'name and common word', ask: ({ name }, random) => `${name} ${random.pick(common)}` },
  { kind: 'account', ask: ({ customerNumber }) => `konto:${customerNumber}` },
  { kind: 'nothing: newest first', ask: () => '' },
  { kind: 'state', ask: (_, random) => `status:${random.pick(['review', 'rejected', 'routed'])}` },
  { kind: 'queue', ask: ({ queue }) => `queue:${queue}` },
  { kind: 'channel', ask: (_, random) => `kanal:${random.pick(['fax', 'letter', 'email'])}` },
  { kind: 'days', ask: ({ day }) => `seit:${day} bis:${day}` },
  { kind: 'common word on a day', ask: ({ day }, random) => `${random.pick(common)} seit:${day} bis:${day}` },
  {
    kind: 'several filters and a word',
    ask: ({ queue, day }, random) => `${random.pick(common)} queue:${queue} kanal:fax bis:${day}`,
  },
  { kind: 'common word in one department', queues: ['kuendigung'], ask: (_, random) => random.pick(common) },
  { kind: 'word no letter holds', ask: (_, random) => `${random.pick(common)} Quastenflosser` },
  { kind: 'tenth page of newest first', page: 10, ask: () => '' },
  { kind: 'tenth page of a common word', page: 10, ask: (_, random) => random.pick(common) },
];

/** One letter left out, doubled or swapped with the next; never the first. */
function misspell(word: string, random: Random): string {
  const at = random.whole(1, word.length - 2);
  const [before, one, next, after] = [
    word.slice(0, at),
    word.charAt(at),
    word.charAt(at + 1),
    word.slice(at + 2),
  ];
  return random.pick([before + next + after, before + one + one + next + after, before + next + one + after]);
}

export const queriesOf = ({ kind, ask }: QueryKind, letters: readonly SampleLetter[]): readonly string[] => {
  const random = seededRandom(kind);
  return letters.map((letter) => ask(letter, random));
};
