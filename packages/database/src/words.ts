import { gunzipSync, gzipSync } from 'node:zlib';
import type { Word } from '@mailroom/core';
import { z } from 'zod';

const packedWord = z.tuple([
  z.string(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
]);

/** Words as gzipped JSON rows [text, x, y, width, height, confidence in percent, line]: about 12 bytes a word. */
export function packWords(words: readonly Word[]): Buffer {
  const rows = words.map(({ text, box, confidence, line }) => [
    text,
    ...[box.x, box.y, box.width, box.height, confidence * 100].map(Math.round),
    line,
  ]);
  return gzipSync(JSON.stringify(rows));
}

export function unpackWords(packed: Buffer): readonly Word[] {
  const rows = z.array(packedWord).parse(JSON.parse(gunzipSync(packed).toString('utf8')));
  return rows.map(([text, x, y, width, height, percent, line]) => ({
    text,
    box: { x, y, width, height },
    confidence: percent / 100,
    line,
  }));
}
