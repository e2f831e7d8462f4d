import { type Rulebook, rulebookSchema } from '@mailroom/core';
import type { Queryable } from '../database.ts';

/** Version 0: nobody has changed the rules yet. */
export interface VersionedRulebook {
  readonly version: number;
  readonly rulebook: Rulebook;
}

export interface RulebookVersion {
  readonly version: number;
  readonly at: Date;
  readonly actor: string;
  readonly note: string;
}

/** The newest version above `than`; undefined when there is none. */
export async function newerRulebook(
  database: Queryable,
  than: number,
): Promise<VersionedRulebook | undefined> {
  const { rows } = await database.query<{ version: number; rulebook: unknown }>(
    'select version, rulebook from rulebooks where version > $1 order by version desc limit 1',
    [than],
  );
  return parse(rows[0]);
}

export async function rulebookOfVersion(
  database: Queryable,
  version: number,
): Promise<VersionedRulebook | undefined> {
  const { rows } = await database.query<{ version: number; rulebook: unknown }>(
    'select version, rulebook from rulebooks where version = $1',
    [version],
  );
  return parse(rows[0]);
}

function parse(row: { version: number; rulebook: unknown } | undefined): VersionedRulebook | undefined {
  return row && { version: row.version, rulebook: rulebookSchema.parse(row.rulebook) };
}

/** Who changed the rules when, newest first. */
export async function rulebookVersions(
  database: Queryable,
  { limit = 50 } = {},
): Promise<readonly RulebookVersion[]> {
  const { rows } = await database.query<RulebookVersion>(
    'select version, at, actor, note from rulebooks order by version desc limit $1',
    [limit],
  );
  return rows;
}

/** Puts rules in force as the version after `basedOn`. False when somebody else has changed them since. */
export async function saveRulebook(
  database: Queryable,
  change: { basedOn: number; actor: string; note: string; rulebook: Rulebook },
): Promise<boolean> {
  const { rowCount } = await database.query(
    `insert into rulebooks (version, actor, note, rulebook)
     select $1, $2, $3, $4 where $1 = (select coalesce(max(version), 0) + 1 from rulebooks)
     on conflict (version) do nothing`,
    [change.basedOn + 1, change.actor, change.note, JSON.stringify(change.rulebook)],
  );
  return Boolean(rowCount);
}
