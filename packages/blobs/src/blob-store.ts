/** Originals and derivatives by the SHA-256 of their bytes. What is stored is never changed. */
export interface BlobStore {
  /** Stores the bytes durably and returns their SHA-256 (64 hex digits); storing them again is harmless. */
  put(bytes: Buffer): Promise<string>;
  /** The bytes, verified against their hash. Throws BlobMissingError or BlobDamagedError. */
  get(sha256: string): Promise<Buffer>;
  has(sha256: string): Promise<boolean>;
}
