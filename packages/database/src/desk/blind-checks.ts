import type { Database, Queryable } from '../database.ts';
import { appendEvent } from '../events.ts';

/** `incomplete`: delivered rightly, but the sender asks something more; `wrong`: see judgeDelivery of the desk. */
export type Verdict = 'right' | 'incomplete' | 'wrong';

/** How long a document can be drawn after it came in; later nobody would correct it any more. */
const drawn = "interval '14 days'";
const claimed = "interval '10 minutes'";

/** Rows of `documents` that the machine delivered and the share (`$1`) draws. */
const inSample = `sample_place(sha256) < $1 and created_at > now() - ${drawn} and state in ('routed', 'review')
  and exists (select from events where document_id = documents.id and kind = 'routed' and actor = 'route')`;

/** Takes the next document of the sample for somebody; undefined when nothing is left. */
export async function takeBlindCheck(
  database: Queryable,
  { share, actor, skip }: { share: number; actor: string; skip: readonly number[] },
): Promise<number | undefined> {
  const { rows } = await database.query<{ id: number }>(
    `insert into blind_checks (document_id, claimed_by)
       select documents.id, $2 from documents left join blind_checks on document_id = documents.id
       where ${inSample} and decided_at is null and not documents.id = any($3)
         and (claimed_by is null or claimed_by = $2 or claimed_at < now() - ${claimed})
       order by created_at, documents.id limit 1
     on conflict (document_id) do update set claimed_by = $2, claimed_at = now()
       where blind_checks.decided_at is null
         and (blind_checks.claimed_by = $2 or blind_checks.claimed_at < now() - ${claimed})
     returning document_id as id`,
    [share, actor, skip],
  );
  return rows[0]?.id;
}

/** How many documents of the sample nobody has looked at. */
export async function countBlindChecks(database: Queryable, share: number): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select count(*) as count from documents left join blind_checks on document_id = documents.id
     where ${inSample} and decided_at is null`,
    [share],
  );
  return rows[0]?.count ?? 0;
}

/** What the machine delivered the document as, also when somebody has corrected it since; most important first. */
export async function deliveredAs(database: Queryable, documentId: number): Promise<readonly string[]> {
  const { rows } = await database.query<{ intents: string[] }>(
    `select coalesce(
       (select array(select one ->> 'intent' from json_array_elements(before -> 'intents') one
          where (one ->> 'chosen')::boolean order by (one ->> 'position')::int)
        from labels where document_id = $1 order by id limit 1),
       array(select intent from intents where document_id = $1 and chosen order by position)) as intents`,
    [documentId],
  );
  return rows[0]?.intents ?? [];
}

/** Keeps what a person said about a document that they had taken. False when they had not, or it is decided. */
export async function saveBlindCheck(
  database: Database,
  check: {
    documentId: number;
    actor: string;
    intents: readonly string[];
    machine: readonly string[];
    verdict: Verdict;
  },
): Promise<boolean> {
  const { documentId, actor, intents, machine, verdict } = check;
  return database.transaction(async (transaction) => {
    const { rowCount } = await transaction.query(
      `update blind_checks set decided_at = now(), intents = $3, machine = $4, verdict = $5
       where document_id = $1 and claimed_by = $2 and decided_at is null`,
      [documentId, actor, intents, machine, verdict],
    );
    if (!rowCount) return false;
    await appendEvent(transaction, documentId, {
      kind: 'blind-checked',
      actor,
      details: { intents, verdict },
    });
    return true;
  });
}

export interface BlindFigures {
  readonly intent: string;
  readonly checked: number;
  readonly wrong: number;
  readonly incomplete: number;
}

/** What the blind checks of the last days found, by the intent that the machine thought the most important. */
export async function blindFigures(database: Queryable, days: number): Promise<readonly BlindFigures[]> {
  const { rows } = await database.query<BlindFigures>(
    `select coalesce(machine[1], '') as intent, count(*) as checked,
       count(*) filter (where verdict = 'wrong') as wrong, count(*) filter (where verdict = 'incomplete') as incomplete
     from blind_checks where decided_at > now() - make_interval(days => $1) group by 1 order by 2 desc, 1`,
    [days],
  );
  return rows;
}
