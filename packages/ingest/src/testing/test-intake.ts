import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BlobStore, diskBlobs } from '@mailroom/blobs';
import type { Database } from '@mailroom/database';
import { testDatabase } from '@mailroom/database/testing';
import { type Intake, openIntake } from '../channels/intake.ts';
import { openRoom } from '../channels/room.ts';

/** A real intake on a database and a blob folder of its own. */
export interface TestIntake extends AsyncDisposable {
  readonly database: Database;
  readonly blobs: BlobStore;
  readonly intake: Intake;
  /** Documents that waited for their first stage, in the order they came. */
  readonly registered: readonly number[];
}

export async function testIntake(): Promise<TestIntake> {
  await using stack = new AsyncDisposableStack();
  const { database } = stack.use(await testDatabase());
  const blobs = diskBlobs(await temporaryFolder(stack));
  const registered: number[] = [];
  const intake = openIntake(database, blobs, async (documents) => {
    registered.push(...documents.map(({ documentId }) => documentId));
  });
  const owned = stack.move();
  return { database, blobs, intake, registered, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

/** An intake that has no room for a single document. */
export function fullIntake({ database, blobs }: TestIntake): Intake {
  return openIntake(database, blobs, async () => undefined, openRoom(database, 0));
}

/** Removed when the stack is disposed. */
export async function temporaryFolder(stack: AsyncDisposableStack): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mailroom-intake-'));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export interface StoredDocument {
  readonly id: number;
  readonly sha256: string;
  readonly channel: string;
  readonly sender: string | null;
  readonly receivedAt: Date;
  readonly fileName: string;
  readonly arrivals: number;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly doubt: string | null;
}

/** Everything that was taken in, with the facts of its first arrival. */
export async function storedDocuments(database: Database): Promise<readonly StoredDocument[]> {
  const { rows } = await database.query<StoredDocument>(
    `select id, sha256, channel, sender, received_at as "receivedAt", file_name as "fileName",
       (select count(*) from arrivals where document_id = documents.id) as arrivals,
       (select facts from arrivals where document_id = documents.id order by id limit 1) as facts,
       (select reason from doubts where document_id = documents.id) as doubt
     from documents order by id`,
  );
  return rows;
}
