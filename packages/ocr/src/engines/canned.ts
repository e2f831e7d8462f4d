import type { ImagePage } from '@mailroom/core';
import { z } from 'zod';
import type { Engine, EngineLine } from './engine.ts';

const marker = '\nMAILROOM-CANNED-TEXT ';
const textsSchema = z.array(z.string());

/**
 * An engine that reads nothing: the text is written behind the image's own bytes, where decoders do not
 * look. For load tests of everything but recognition. A page without such text comes out empty.
 */
export function startCanned(): Engine {
  return {
    recall: (page) => toLines(cannedText(page) ?? ''),
    recognise: async () => [],
    foreignRss: () => 0,
    close: async () => undefined,
  };
}

/** The image with the texts of its pages (one for each sub-image) appended for the canned engine. */
export function withCannedText(image: Buffer, texts: readonly string[]): Buffer {
  return Buffer.concat([image, Buffer.from(marker + JSON.stringify(texts))]);
}

function cannedText({ image, subImage }: ImagePage): string | undefined {
  const at = image.lastIndexOf(marker);
  if (at < 0) return undefined;
  return textsSchema.parse(JSON.parse(image.toString('utf8', at + marker.length)))[subImage];
}

const [letterWidth, lineHeight, margin] = [20, 40, 160];

function toLines(text: string): EngineLine[] {
  const rows = text.split('\n').map((row, index) => ({ row, y: margin + index * lineHeight }));
  return rows
    .filter(({ row }) => row.trim() !== '')
    .map(({ row, y }) => ({
      block: 0,
      words: [...row.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
        text: word,
        x: margin + index * letterWidth,
        y,
        width: word.length * letterWidth,
        height: lineHeight - 8,
        confidence: 0.95,
      })),
    }));
}
