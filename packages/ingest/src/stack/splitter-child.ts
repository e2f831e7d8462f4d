import { serveParent } from '@mailroom/children';
import { messageOf } from '@mailroom/core';
import sharp from 'sharp';
import { openDocument } from '../open-document.ts';
import { splitStack } from './split-stack.ts';
import type { SplitterReply, SplitterRequest } from './splitter-protocol.ts';

/* The program of the splitting child: files from anywhere are decoded here. */

sharp.cache(false);
sharp.concurrency(1);

/** A tray is longer than any letter. */
const limits = { maxPages: 5000, timeMs: 10 * 60_000 };

serveParent(async ({ bytes, fileName }: SplitterRequest): Promise<SplitterReply> => {
  try {
    const stack = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const parts = await splitStack(stack, fileName, (one, name) =>
      openDocument(one, { fileName: name, limits }),
    );
    return parts ? { kind: 'parts', parts: [...parts] } : { kind: 'whole' };
  } catch (error) {
    return { kind: 'failed', message: messageOf(error) };
  }
});
