import { type Registration, registerIn, type StackMode, type Transaction } from '@mailroom/database';
import type { Splitter } from '../stack/create-splitter.ts';
import type { Incoming, Intake } from './intake.ts';
import { takeStack } from './take-stack.ts';

export interface Stacks {
  readonly mode: StackMode;
  readonly splitter: Splitter;
}

type RegisterIn = Parameters<typeof takeStack>[3];

/**
 * Takes a file in, or the letters that it holds: those between separator sheets at once; where there are no sheets
 * and the mode is `letters`, they are told apart when the file is read.
 */
export async function takeApart(
  incoming: Incoming,
  { mode, splitter }: Stacks,
  intake: Intake,
  registerAs: RegisterIn = registerIn,
): Promise<Registration> {
  const splitting =
    mode === 'off' ? ({ kind: 'whole' } as const) : await splitter.split(incoming.bytes, incoming.fileName);
  if (splitting.kind === 'parts') return takeStack(incoming, splitting, intake, registerAs);
  const doubt = splitting.kind === 'whole' ? (splitting.doubt ?? incoming.doubt) : incoming.doubt;
  const isStack = mode === 'letters' && splitting.kind === 'unseparated';
  return intake.take({ ...incoming, isStack, doubt }, (database, arrival) =>
    database.transaction((transaction: Transaction) => registerAs(transaction, arrival)),
  );
}
