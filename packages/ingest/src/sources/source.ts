/** Where a backfill takes its documents from. */
export interface Source {
  /** The same for the same place, however it was written. */
  readonly name: string;
  /** One after the other, in the same order every time; nothing of the tree is held in memory but where we are. */
  files(): AsyncIterator<SourceFile>;
}

/** A file that may be a document. */
export interface SourceFile {
  /** Below the source; it is recorded, and a second run knows it again by it. */
  readonly path: string;
  readonly name: string;
  /** What changes when the file changes. */
  stamp(): Promise<{ readonly bytes: number; readonly modifiedMs: number }>;
  read(): Promise<Buffer>;
  /** Its text; undefined when there is none. */
  readSideFile(): Promise<string | undefined>;
}
