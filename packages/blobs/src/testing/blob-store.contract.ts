import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BlobStore } from '../blob-store.ts';

/** A store with what only its tests may do: look at what is stored, and damage it. */
export interface StoreUnderTest extends AsyncDisposable {
  readonly blobs: BlobStore;
  /** The names of everything that is stored. */
  list(): Promise<readonly string[]>;
  /** Writes other bytes behind the store's back. */
  damage(sha256: string, bytes: Buffer): Promise<void>;
}

const letter = Buffer.from('ein Brief');

/** What every blob store promises. */
export function blobStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(name, () => {
    let store: StoreUnderTest;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store[Symbol.asyncDispose]());

    test('what is put comes back by its hash', async () => {
      const sha256 = await store.blobs.put(letter);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(await store.blobs.get(sha256)).toEqual(letter);
      expect(await store.blobs.has(sha256)).toBe(true);
      expect(await store.blobs.has('0'.repeat(64))).toBe(false);
    });

    test('many writers of the same bytes leave one blob and nothing temporary', async () => {
      const hashes = await Promise.all(Array.from({ length: 20 }, () => store.blobs.put(letter)));
      expect(new Set(hashes).size).toBe(1);
      expect(await store.list()).toEqual([hashes[0]]);
    });

    test('a large blob comes back as it was, and put again it is still one', async () => {
      const large = randomBytes(11 * 2 ** 20);
      const sha256 = await store.blobs.put(large);
      expect((await store.blobs.get(sha256)).equals(large)).toBe(true);
      expect(await store.blobs.put(large)).toBe(sha256);
      expect(await store.list()).toEqual([sha256]);
    });

    test('a blob without a single byte is a blob', async () => {
      const sha256 = await store.blobs.put(Buffer.alloc(0));
      expect(await store.blobs.get(sha256)).toEqual(Buffer.alloc(0));
    });

    test('a blob that is not there says so', async () => {
      await expect(store.blobs.get('0'.repeat(64))).rejects.toMatchObject({ code: 'blob-missing' });
    });

    test.each([
      ['shorter', 'ein anderer Brief'],
      ['of the same length', 'kein Brie'],
    ])(
      'a blob whose stored bytes changed is never returned, and put does not call it stored: %s',
      async (_, other) => {
        const sha256 = await store.blobs.put(letter);
        await store.damage(sha256, Buffer.from(other));
        await expect(store.blobs.get(sha256)).rejects.toMatchObject({ code: 'blob-damaged' });
        await expect(store.blobs.put(letter)).rejects.toMatchObject({ code: 'blob-damaged' });
      },
    );
  });
}
