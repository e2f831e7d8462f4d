import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { ReadPage } from '@mailroom/core';

/** A stack of letters as it was recognised, which takes a second or two a page. */
export interface ReadStack {
  readonly author: string;
  /** Of each page, whether a letter begins on it. */
  readonly begins: readonly boolean[];
  readonly read: readonly ReadPage[];
}

export function loadStack(file: string): ReadStack | undefined {
  return existsSync(file) ? JSON.parse(String(gunzipSync(readFileSync(file)))) : undefined;
}

/** Whole or not at all, however it is stopped. */
export function saveStack(file: string, stack: ReadStack): void {
  writeFileSync(`${file}.part`, gzipSync(JSON.stringify(stack)));
  renameSync(`${file}.part`, file);
}
