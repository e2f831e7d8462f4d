import { serveParent } from '@mailroom/children';
import { BadDocumentError, messageOf } from '@mailroom/core';
import sharp from 'sharp';
import { stackLimits } from '../limits.ts';
import { openDocument } from '../open-document.ts';
import { sniffMediaType } from '../sniff-media-type.ts';
import { cutPages } from './cut-pages.ts';
import { splitStack } from './split-stack.ts';
import type { SplitterReply, SplitterRequest } from './splitter-protocol.ts';

/* The program of the splitting child: files from anywhere are decoded here. */

sharp.cache(false);
sharp.concurrency(1);

serveParent(async (request: SplitterRequest): Promise<SplitterReply> => {
  const { buffer, byteOffset, byteLength } = request.bytes;
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  try {
    return request.kind === 'cut' ? await cut(bytes, request) : await split(bytes, request);
  } catch (error) {
    // Opening it properly says what is wrong with it.
    if (error instanceof BadDocumentError && request.kind === 'split') return { kind: 'whole' };
    return { kind: 'failed', message: messageOf(error) };
  }
});

async function split(bytes: Buffer, { fileName }: { readonly fileName: string }): Promise<SplitterReply> {
  const open = (one: Buffer, name: string) => openDocument(one, { fileName: name, limits: stackLimits });
  const splitting = await splitStack(bytes, fileName, open);
  if (splitting.kind !== 'parts') return splitting;
  return { kind: 'parts', pages: [...splitting.pages], parts: [...splitting.parts] };
}

async function cut(
  bytes: Buffer,
  { ranges }: Extract<SplitterRequest, { kind: 'cut' }>,
): Promise<SplitterReply> {
  const files = await cutPages(bytes, sniffMediaType(bytes), ranges);
  return files ? { kind: 'cut', files: [...files] } : { kind: 'failed', message: 'the file cannot be cut' };
}
