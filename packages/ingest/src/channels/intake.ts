import type { BlobStore } from '@mailroom/blobs';
import type { Channel } from '@mailroom/core';
import { type Database, type NewBatch, openBatch, type Registration, register } from '@mailroom/database';

/** Something that came in, with what its channel knows of it. */
export interface Incoming {
  readonly batchId: number;
  /** Where it came from, unique within the batch. */
  readonly path: string;
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly modifiedMs: number;
  readonly mediaType: string;
  readonly channel: Channel;
  readonly receivedAt: Date;
  readonly sender?: string | undefined;
  readonly priority: number;
  /** Why a person should look at it whatever the stages find. */
  readonly doubt?: string | undefined;
}

/** Called for every document that waits for its first stage. */
export type OnRegistered = (registration: Registration, priority: number) => Promise<void>;

export interface Intake {
  openBatch(batch: NewBatch): Promise<number>;
  /**
   * Stores the original durably, then registers the document: whoever waits for this to resolve may
   * acknowledge, delete or move the source. The same bytes again are the same document.
   */
  take(incoming: Incoming): Promise<Registration>;
}

export function openIntake(database: Database, blobs: BlobStore, onRegistered: OnRegistered): Intake {
  return {
    openBatch: (batch) => openBatch(database, batch),
    async take({ bytes, ...facts }) {
      const sha256 = await blobs.put(bytes);
      const registration = await register(database, { ...facts, sha256, bytes: bytes.length });
      if (registration.isNew) await onRegistered(registration, facts.priority);
      return registration;
    },
  };
}
