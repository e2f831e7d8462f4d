import type { BlobStore } from '@mailroom/blobs';
import { urgencyOf } from '@mailroom/core';
import {
  type Arrival,
  type Database,
  type NewBatch,
  openBatch,
  type Registration,
  register,
} from '@mailroom/database';
import { openRoom, type Room } from './room.ts';

/** Something that came in, with what its channel knows of it. */
export interface Incoming extends Omit<Arrival, 'sha256' | 'bytes'> {
  readonly bytes: Buffer;
}

/** Two busy days: whoever is further behind had better hear of it. */
const mostWaiting = 30_000;

/** Called for every document that waits for its first stage. */
export type OnRegistered = (registration: Registration, priority: number) => Promise<void>;

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
  return {
    requireRoom: () => room.require(),
    openBatch: (batch) => openBatch(database, batch),
    keep: (bytes) => blobs.put(bytes),
    async take({ bytes, ...incoming }, registerAs = register) {
      await room.require();
      const known = { ...incoming, priority: urgencyOf(incoming, new Date()) };
      const sha256 = await blobs.put(bytes);
      const registration = await registerAs(database, { ...known, sha256, bytes: bytes.length });
      if (registration.isNew) await onRegistered(registration, known.priority);
      return registration;
    },
  };
}
