import { dirname } from 'node:path';
import { TemporaryError } from '@mailroom/core';

/** Whether the disk is full, or what this user may take of it. */
export function isNoRoom(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}

/** No page is to blame for a full disk: all wait until there is room. */
export function noRoomError(file: string): TemporaryError {
  return new TemporaryError(
    'ocr-no-room',
    `There is no room left in ${dirname(file)}; the page is read later. Free space there or set TMPDIR to another folder.`,
  );
}
