import type { Queryable } from '../database.ts';

/** Whose stacks somebody may see and mend. `stations` null: everybody's; else those that came from one of them. */
export interface StackScope {
  readonly stations: readonly string[] | null;
}

/** SQL that holds for the rows of `stacks` inside the scope, whose stations are parameter `$n` (text[]). */
export const stackVisible = (parameter: string) => `(${parameter}::text[] is null or exists (
  select from stack_parts join documents on documents.id = document_id join batches on batches.id = batch_id
  where stack = stacks.sha256 and station = any(${parameter})))`;

/** Whether a stack exists and lies inside the scope. */
export async function maySeeStack(
  database: Queryable,
  sha256: string,
  { stations }: StackScope,
): Promise<boolean> {
  const { rowCount } = await database.query(
    `select from stacks where sha256 = $1 and ${stackVisible('$2')}`,
    [sha256, stations],
  );
  return Boolean(rowCount);
}
