import type { Queryable } from '../database.ts';

/** A trained classifier as it is kept, `bytes` as the classifier wrote it. */
export interface StoredModel {
  readonly version: string;
  /** How many letters it learned from, and how many of these people at the desk had labelled. */
  readonly letters: number;
  readonly labels: number;
  readonly bytes: Buffer;
}

export interface ModelVersion extends Omit<StoredModel, 'bytes'> {
  readonly madeAt: Date;
  readonly inService: boolean;
}

/** The same letters give the same model: one that is there already is kept. */
export async function keepModel(database: Queryable, model: StoredModel): Promise<void> {
  await database.query(
    'insert into models (version, letters, labels, bytes) values ($1, $2, $3, $4) on conflict do nothing',
    [model.version, model.letters, model.labels, model.bytes],
  );
}

/** From now on this version works, on every machine; null is the one that comes along. False when there is none. */
export async function putModelInService(
  database: Queryable,
  version: string | null,
  note: string,
): Promise<boolean> {
  const { rowCount } = await database.query(
    `insert into models_in_service (version, note)
     select $1::text, $2 where $1::text is null or exists (select from models where version = $1)`,
    [version, note],
  );
  return Boolean(rowCount);
}

/** Newest first. */
export async function modelVersions(database: Queryable): Promise<readonly ModelVersion[]> {
  const { rows } = await database.query<ModelVersion>(
    `select version, letters, labels, made_at as "madeAt",
       version is not distinct from (select version from models_in_service order by id desc limit 1) as "inService"
     from models order by made_at desc`,
  );
  return rows;
}

/** What is in service since the entry `id`; no `bytes`: the model that comes along. */
export interface ModelInService {
  readonly id: number;
  readonly bytes: Buffer | null;
}

/** The last change after the entry `than`; undefined when nothing has changed. */
export async function newerModel(database: Queryable, than: number): Promise<ModelInService | undefined> {
  const { rows } = await database.query<ModelInService>(
    `select id, bytes from models_in_service left join models using (version)
     where id > $1 order by id desc limit 1`,
    [than],
  );
  return rows[0];
}

/** The bytes of a kept model. */
export async function modelOfVersion(database: Queryable, version: string): Promise<Buffer | undefined> {
  const { rows } = await database.query<{ bytes: Buffer }>('select bytes from models where version = $1', [
    version,
  ]);
  return rows[0]?.bytes;
}
