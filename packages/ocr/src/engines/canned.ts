import type { ImagePage, ReadPage } from '@mailroom/core';
import { z } from 'zod';
import { identity } from '../geometry.ts';
import { layOut } from '../lay-out.ts';
import { finish } from '../read-page.ts';
import type { EngineLine } from './engine.ts';

const marker = '\nMAILROOM-CANNED-TEXT ';
const textsSchema = z.array(z.string());

/**
 * Reads nothing: the text was written behind the image's own bytes, where decoders do not look. For load
 * tests of everything but recognition. A page without such text comes out empty.
 */
export function readCanned(page: ImagePage): ReadPage {
  const lines = toLines(cannedText(page) ?? '');
  return finish(
    page,
    { notes: [], inkRatio: lines.length === 0 ? 0 : 1, written: lines.length > 0 },
    page.turn,
    layOut(lines, identity, page),
  );
}

/** The image with the texts of its pages (one for each sub-image) appended, for readCanned. */
export function withCannedText(image: Buffer, texts: readonly string[]): Buffer {
  return Buffer.concat([image, Buffer.from(marker + JSON.stringify(texts))]);
}

function cannedText({ image, subImage }: ImagePage): string | undefined {
  const at = image.lastIndexOf(marker);
  if (at < 0) return undefined;
  return textsSchema.parse(JSON.parse(image.toString('utf8', at + marker.length)))[subImage];
}

/** The same as tesseract would say it, for startCannedProcess; undefined for a page without such text. */
export function cannedTsv(page: ImagePage): string | undefined {
  const text = cannedText(page);
  if (text === undefined) return undefined;
  const rows = toLines(text).flatMap(({ block, words }) => [
    [4, 1, block, 1, 1, 0, 0, 0, 0, 0, -1, ''],
    ...words.map((word) => [
      ...[5, 1, block, 1, 1, 1, word.x, word.y, word.width, word.height],
      ...[word.confidence * 100, word.text],
    ]),
  ]);
  return rows.map((row) => row.join('\t')).join('\n');
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
