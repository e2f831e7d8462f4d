import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Cleaner } from '../cleaning/create-cleaner.ts';
import { identity } from '../geometry.ts';
import { isNoRoom, noRoomError } from '../no-room.ts';
import { cannedTsv } from './canned.ts';
import type { EngineOptions, TsvProcess } from './start-engine.ts';
import { startTsvChild } from './tesseract-js.ts';

const program = fileURLToPath(new URL('canned-process-child.ts', import.meta.url));

/** An engine for tests of what fails: a process and a temporary file as the real ones have, without their cost. */
export function startCannedProcess(
  { memoryLimitMb }: EngineOptions,
  startTimeoutMs: number,
): Promise<TsvProcess> {
  return startTsvChild(program, [], memoryLimitMb, startTimeoutMs);
}

/** Leaves what the engine will say where a cleaned page would lie. */
export const cannedCleaner: Cleaner = {
  async clean({ page, into }) {
    const tsv = cannedTsv(page);
    await writeFile(into, tsv ?? '').catch((error: unknown) => {
      throw isNoRoom(error) ? noRoomError(into) : error;
    });
    const written = tsv !== undefined;
    const { widthPx, heightPx } = page;
    const found = { notes: [], checkBoxes: [], barcodes: [], inkRatio: written ? 1 : 0, sideways: false };
    return { widthPx, heightPx, map: identity, written, ...found };
  },
  turn: async () => undefined,
  pids: () => [],
  close: async () => undefined,
};
