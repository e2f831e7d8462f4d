import { callIn, type Transaction } from '../database.ts';
import { type Found, separating } from '../found.ts';
import { insertRows } from '../insert-rows.ts';
import { passing } from '../move.ts';
import type { Arrival } from '../register.ts';
import { doubtRows } from '../save-results.ts';
import { leaveEverything } from './leave-everything.ts';
import { registerPart } from './register-part.ts';
import { type PageRange, type Stack, savePart, saveStack } from './save-stack.ts';

/** A letter that was found in a stack, already read with it; its bytes are stored under `sha256`. */
export interface SeparatedLetter extends PageRange {
  readonly sha256: string;
  readonly bytes: number;
  /** What reading found. */
  readonly found: Found;
  /** German: why its boundaries are not sure. */
  readonly boundaryDoubt: string | undefined;
}

/** A stack and what it turned out to be: several letters, or one. */
export interface Separation {
  readonly stack: Stack;
  /** Empty when the stack stays one document. */
  readonly letters: readonly SeparatedLetter[];
  /** German: where the one document may have to be cut. */
  readonly doubt: string | undefined;
}

/** Writes it in the transaction that moves the stack's own document on. */
export async function saveSeparation(
  transaction: Transaction,
  documentId: number,
  { stack, letters }: Separation,
): Promise<void> {
  if (letters.length > 0) return separateStack(transaction, documentId, stack, letters);
  await saveStack(transaction, stack);
  await savePart(transaction, stack.sha256, { first: 1, last: stack.pages.length, documentId });
}

/** The letters go on from `read`: nothing is read twice. What the channel knew of the stack they inherit. */
async function separateStack(
  transaction: Transaction,
  documentId: number,
  stack: Stack,
  letters: readonly SeparatedLetter[],
): Promise<void> {
  const origin = await loadOrigin(transaction, documentId);
  const { firstSheet, lastSheet } = origin;
  const places =
    firstSheet === null || lastSheet === null
      ? []
      : sheetsOfParts(letters, stack.pages.length, { first: firstSheet, last: lastSheet });
  for (const [index, letter] of letters.entries())
    await separateLetter(transaction, stack, { ...letter, sheets: places[index] }, origin);
  await transaction.query(
    'update arrivals set first_sheet = null, last_sheet = null where document_id = $1 and batch_id = $2',
    [documentId, origin.batchId],
  );
  await leaveEverything(transaction, documentId);
}

interface Origin
  extends Pick<Arrival, 'batchId' | 'path' | 'channel' | 'receivedAt' | 'priority' | 'modifiedMs'> {
  readonly sender: string | null;
  readonly facts: Readonly<Record<string, string>>;
  readonly firstSheet: number | null;
  readonly lastSheet: number | null;
  readonly doubt: string | null;
}

async function loadOrigin(transaction: Transaction, documentId: number): Promise<Origin> {
  const { rows } = await transaction.query<Origin>(
    `select arrivals.batch_id as "batchId", path, channel, received_at as "receivedAt", priority, sender, facts,
       modified_ms as "modifiedMs", first_sheet as "firstSheet", last_sheet as "lastSheet", doubts.reason as doubt
     from documents join arrivals on arrivals.document_id = documents.id
       left join doubts on doubts.document_id = documents.id and stage = 'ingest'
     where documents.id = $1 order by arrivals.id limit 1`,
    [documentId],
  );
  const [row] = rows;
  if (!row) throw new Error(`stack ${documentId} never arrived`);
  return row;
}

async function separateLetter(
  transaction: Transaction,
  stack: Stack,
  letter: SeparatedLetter & { readonly sheets: PageRange | undefined },
  { sender, doubt, firstSheet: _, lastSheet: __, ...origin }: Origin,
): Promise<void> {
  const { first, last } = letter;
  const pages = first === last ? `${first}` : `${first}-${last}`;
  const arrival: Arrival = {
    ...{ ...origin, sender: sender ?? undefined, doubt: doubt ?? undefined, sheets: letter.sheets },
    ...{ sha256: letter.sha256, bytes: letter.bytes, mediaType: stack.mediaType },
    path: `${origin.path} pages ${pages}`,
    fileName: partName(stack.fileName, pages),
    facts: { ...origin.facts, stack: stack.sha256, stackPages: pages },
  };
  const { documentId, isNew } = await registerPart(transaction, stack, { first, last }, arrival);
  if (!isNew) return;
  await callIn(
    transaction,
    passing(documentId, 'received', [{ actor: 'ocr', to: 'read', found: letter.found }]),
  );
  await insertRows(transaction, doubtRows(documentId, separating, letter.boundaryDoubt));
}

/**
 * The places in the tray of the parts of a stack with `pageCount` pages on the `sheets`, one or two a sheet. Sheets
 * that belong to no letter, separators among them, count to the letter before them, or to the first.
 */
export function sheetsOfParts(
  parts: readonly PageRange[],
  pageCount: number,
  sheets: PageRange,
): readonly PageRange[] {
  const perPage = (sheets.last - sheets.first + 1) / pageCount;
  const sheetOf = ({ first }: PageRange) => sheets.first + Math.floor((first - 1) * perPage);
  return parts.map((part, index) => {
    const first = index === 0 ? sheets.first : sheetOf(part);
    const next = parts[index + 1];
    return { first, last: next ? Math.max(first, sheetOf(next) - 1) : sheets.last };
  });
}

/** "tray.pdf" becomes "tray (3-5).pdf". */
export function partName(fileName: string, pages: string): string {
  const dot = fileName.lastIndexOf('.');
  return dot > 0 ? `${fileName.slice(0, dot)} (${pages})${fileName.slice(dot)}` : `${fileName} (${pages})`;
}
