import type { BlobStore } from '@mailroom/blobs';
import { gather, urgencyOf } from '@mailroom/core';
import {
  type Arrival,
  type Database,
  type NewBatch,
  openBatch,
  type Registration,
  registerAll,
} from '@mailroom/database';
import { openRoom, type Room } from './room.ts';

/** Something that came in, with what its channel knows of it. */
export interface Incoming extends Omit<Arrival, 'sha256' | 'bytes'> {
  readonly bytes: Buffer;
}

/** Two busy days: whoever is further behind had better hear of it. */
const mostWaiting = 30_000;

/** Called when documents wait for their first stage. */
export type OnRegistered = (documents: readonly NewDocument[]) => Promise<void>;

export interface NewDocument {
  readonly documentId: number;
  readonly priority: number;
}

export interface Intake {
  /** To be asked before bytes are received. @throws TemporaryError when too many documents wait for work */
  requireRoom(): Promise<void>;
  openBatch(batch: NewBatch): Promise<number>;
  /**
   * Stores the original durably, then registers the document: whoever waits for this to resolve may
   * acknowledge, delete or move the source. The same bytes again are the same document.
   * @throws TemporaryError as requireRoom does, and when a service is away
   */
  take(incoming: Incoming, registerAs?: Register): Promise<Registration>;
  /** Stores bytes that are no document of their own, and returns their SHA-256. */
  keep(bytes: Buffer): Promise<string>;
}

/** Registers an arrival together with what a channel records of its own. */
export type Register = (database: Database, arrival: Arrival) => Promise<Registration>;

export function openIntake(
  database: Database,
  blobs: BlobStore,
  onRegistered: OnRegistered,
  room: Room = openRoom(database, mostWaiting),
): Intake {
  // What several channels bring at the same time shares a transaction and a message to the queue.
  const registerTogether = gather((arrivals: readonly Arrival[]) => registerAll(database, arrivals));
  const announce = gather(async (documents: readonly NewDocument[]) => {
    await onRegistered(documents);
    return documents;
  });
  return {
    requireRoom: () => room.require(),
    openBatch: (batch) => openBatch(database, batch),
    keep: (bytes) => blobs.put(bytes),
    async take({ bytes, ...incoming }, registerAs) {
      await room.require();
      const known = { ...incoming, priority: urgencyOf(incoming, new Date()) };
      const sha256 = await blobs.put(bytes);
      const arrival = { ...known, sha256, bytes: bytes.length };
      const registration = await (registerAs ? registerAs(database, arrival) : registerTogether(arrival));
      const { documentId, isNew } = registration;
      if (isNew) await announce({ documentId, priority: known.priority });
      return registration;
    },
  };
}
