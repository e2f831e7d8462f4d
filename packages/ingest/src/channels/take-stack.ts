import {
  type Arrival,
  partName,
  type Registration,
  registerIn,
  registerPart,
  type Stack,
  sheetsOfParts,
  type Transaction,
} from '@mailroom/database';
import { sniffMediaType } from '../sniff-media-type.ts';
import type { Splitting } from '../stack/split-stack.ts';
import type { Incoming, Intake } from './intake.ts';

/**
 * Takes in the letters of a stack, each a document; the stack itself is kept beside them, for whoever doubts where
 * it was cut. Run again after it was stopped in the middle it adds nothing that is there. Returns the registration
 * of the first letter.
 */
export async function takeStack(
  incoming: Incoming,
  { pages, parts }: Extract<Splitting, { kind: 'parts' }>,
  intake: Intake,
  registerAs: (transaction: Transaction, arrival: Arrival) => Promise<Registration> = registerIn,
): Promise<Registration> {
  const stack: Stack = {
    sha256: await intake.keep(incoming.bytes),
    ...{ fileName: incoming.fileName, mediaType: incoming.mediaType },
    pages: pages.map(({ kind }, index) => ({ number: index + 1, kind, confidence: null, reasons: [] })),
  };
  const places = incoming.sheets ? sheetsOfParts(parts, pages.length, incoming.sheets) : [];
  let registration: Registration | undefined;
  for (const [index, { bytes, first, last, doubt }] of parts.entries()) {
    const range = first === last ? `${first}` : `${first}-${last}`;
    const letter: Incoming = {
      ...{ ...incoming, bytes, mediaType: sniffMediaType(bytes), sheets: places[index] },
      path: `${incoming.path} pages ${range}`,
      fileName: partName(incoming.fileName, range),
      doubt: [incoming.doubt, doubt].filter((one) => one !== undefined).join(' ') || undefined,
      facts: { ...incoming.facts, stack: stack.sha256, stackPages: range },
    };
    const taken = await intake.take(letter, (database, arrival) =>
      database.transaction((transaction) =>
        registerPart(transaction, stack, { first, last }, arrival, registerAs),
      ),
    );
    registration ??= taken;
  }
  if (!registration) throw new RangeError('a stack without letters');
  return registration;
}
