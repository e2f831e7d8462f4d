import { z } from 'zod';
import { ProblemError } from './access/problem-error.ts';

/* Where a page of a list ends, as text that the browser hands back: "2026-03-02T09:00:00.000Z_42". */

const cursor = z
  .string()
  .regex(/^[\d:.TZ-]+_\d+$/)
  .transform((text) => {
    const [at = '', id = ''] = text.split('_');
    return { at: new Date(at), id: Number(id) };
  })
  .refine(({ at, id }) => !Number.isNaN(at.getTime()) && Number.isSafeInteger(id));

export const writeCursor = (at: Date, id: number) => `${at.toISOString()}_${id}`;

export function readCursor(text: string | undefined): { at: Date; id: number } | undefined {
  if (text === undefined) return undefined;
  const parsed = cursor.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new ProblemError(
    400,
    'invalid',
    'Die Fortsetzung der Liste ist ungültig. Bitte laden Sie die Seite neu.',
  );
}

/** The same for lists that go by id alone: the last id of a full page. */
export function nextById<Item>(
  items: readonly Item[],
  pageLength: number,
  idOf: (item: Item) => number,
): string | null {
  const last = items.length === pageLength ? items.at(-1) : undefined;
  return last === undefined ? null : String(idOf(last));
}
