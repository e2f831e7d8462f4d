import { MailroomError } from '@mailroom/core';
import { advanceIn } from '../advance.ts';
import type { Database, Transaction } from '../database.ts';
import { appendEvent } from '../events.ts';
import { type Arrival, registerIn } from '../register.ts';
import { leaveEverything } from './leave-everything.ts';
import { type LoadedPart, type LoadedStack, loadStack, partsOf } from './load-stack.ts';
import { type PageRange, savePart } from './save-stack.ts';

/** Why a stack cannot be cut anew now; the sentences are for the person at the strip. */
export class StackConflict extends MailroomError {}

/** A letter as it shall be; its bytes are stored under the arrival's hash. */
export interface MendedLetter extends PageRange {
  readonly arrival: Arrival;
}

export interface Mending {
  readonly sha256: string;
  readonly actor: string;
  /** The boundaries that the person saw; when others have been saved since, nothing is done. */
  readonly seen: readonly PageRange[];
  /** Letters that were not there before. */
  readonly fresh: readonly MendedLetter[];
  /** Letters that stay as they are. */
  readonly kept: readonly PageRange[];
}

export interface Mended {
  readonly kept: readonly number[];
  readonly fresh: readonly number[];
  readonly replaced: readonly number[];
}

/**
 * Cuts a stack anew: letters that are no longer wanted are replaced, keeping their history; new ones begin at
 * `received`; a letter that stays loses the doubt about its boundaries and is routed again.
 * @throws StackConflict: somebody else mended it, or a department works on one of the letters
 */
export async function mendStack(database: Database, mending: Mending): Promise<Mended> {
  return database.transaction(async (transaction) => {
    const stack = await lockStack(transaction, mending);
    const isKept = (part: PageRange) => mending.kept.some((one) => sameRange(one, part));
    const replaced = stack.parts.filter((part) => !isKept(part));
    const kept = stack.parts.filter(isKept);
    await transaction.query('delete from stack_parts where stack = $1 and first_page = any($2)', [
      stack.sha256,
      replaced.map(({ first }) => first),
    ]);
    for (const part of replaced) await replace(transaction, part, mending.actor);
    const fresh: number[] = [];
    for (const letter of mending.fresh) fresh.push(await registerFresh(transaction, stack.sha256, letter));
    for (const part of kept) await confirm(transaction, part, mending.actor);
    await transaction.query('update stacks set mended_by = $2, mended_at = now() where sha256 = $1', [
      stack.sha256,
      mending.actor,
    ]);
    return { kept: kept.map(idOf), fresh, replaced: replaced.map(idOf) };
  });
}

const idOf = ({ documentId }: LoadedPart) => documentId;
const sameRange = (one: PageRange, other: PageRange) => one.first === other.first && one.last === other.last;

async function lockStack(transaction: Transaction, { sha256, seen }: Mending): Promise<LoadedStack> {
  await transaction.query('select from stacks where sha256 = $1 for update', [sha256]);
  await transaction.query(
    'select from documents where id in (select document_id from stack_parts where stack = $1) for no key update',
    [sha256],
  );
  const stack = await loadStack(transaction, sha256);
  if (!stack) throw new RangeError(`stack ${sha256} does not exist`);
  const parts = await partsOf(transaction, sha256);
  const unchanged =
    parts.length === seen.length && parts.every((part) => seen.some((one) => sameRange(one, part)));
  if (!unchanged) throw overtaken();
  return stack;
}

/** The letter leaves queues, review and search; its history and its original stay. */
async function replace(
  transaction: Transaction,
  { documentId, state }: LoadedPart,
  actor: string,
): Promise<void> {
  const { rows } = await transaction.query<{ queue: string }>(
    `select queue from work_items where document_id = $1 and state <> 'open' limit 1`,
    [documentId],
  );
  if (rows[0]) throw inWork(documentId);
  const reason = 'Der Stapel ist neu getrennt worden: Die Seiten gehören jetzt zu anderen Dokumenten.';
  const details = { cutAnew: true };
  await advanceIn(transaction, { documentId, from: state, to: 'rejected', actor, reason, details });
  await leaveEverything(transaction, documentId);
}

/** The same pages are the same bytes: what was once cut so, and then otherwise, comes back to life. */
async function registerFresh(
  transaction: Transaction,
  sha256: string,
  { arrival, ...range }: MendedLetter,
): Promise<number> {
  const { documentId } = await registerIn(transaction, arrival);
  const { rowCount } = await transaction.query(
    `update documents set state = 'received', reason = null, is_replaced = false, is_stack = false,
       attempts = 0, not_before = now(), state_since = now()
     where id = $1 and is_replaced`,
    [documentId],
  );
  if (rowCount)
    await appendEvent(transaction, documentId, {
      kind: 'received',
      actor: 'separate',
      details: { replay: true },
    });
  await savePart(transaction, sha256, { ...range, documentId });
  return documentId;
}

/** A person has looked: the boundaries are right. What else is doubtful stays so. */
async function confirm(
  transaction: Transaction,
  { documentId, state }: LoadedPart,
  actor: string,
): Promise<void> {
  const { rowCount } = await transaction.query(
    "delete from doubts where document_id = $1 and stage = 'separate'",
    [documentId],
  );
  if (!rowCount) return;
  const details = { boundariesConfirmed: true };
  if (state !== 'review') return appendEvent(transaction, documentId, { kind: 'confirmed', actor, details });
  await advanceIn(transaction, { documentId, from: state, to: 'indexed', actor, details });
  await transaction.query(
    "update review_items set state = 'done', done_at = now() where document_id = $1 and state = 'open'",
    [documentId],
  );
}

const overtaken = () =>
  new StackConflict('stack-overtaken', 'Der Stapel ist inzwischen anders getrennt worden. Bitte neu laden.');
const inWork = (documentId: number) =>
  new StackConflict(
    'letter-in-work',
    `An Dokument ${documentId} wird in der Abteilung schon gearbeitet. Bitte dort freigeben lassen und dann neu trennen.`,
  );
