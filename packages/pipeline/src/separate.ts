import { done, type Outcome, reject } from '@mailroom/core';
import {
  type DocumentRecord,
  type Found,
  partName,
  type SeparatedLetter,
  type Stack,
} from '@mailroom/database';
import type { Context, StackPlan } from './context.ts';
import { type PageReading, putTogether } from './reading.ts';

interface StackReading {
  readonly document: DocumentRecord;
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly readings: readonly PageReading[];
}

/** Cuts a stack that was read where letters surely begin; a letter with a doubtful boundary inside goes to a person. */
export async function separate(read: StackReading, context: Context): Promise<Outcome<Found>> {
  const { document, bytes, mediaType, readings } = read;
  const plan = context.separator.plan(readings.map((one) => one.read));
  const stack = stackOf(read, plan);
  const files = plan.letters.length > 1 ? await context.separator.cut(bytes, plan.letters) : [];
  if (!files || files.length === 0) {
    const found = await putTogether(readings, mediaType, document, context);
    const doubt = files ? plan.letters[0]?.doubt : notCut(plan);
    return done({ ...found, separation: { stack, letters: [], doubt } });
  }
  const letters: SeparatedLetter[] = [];
  for (const [index, letter] of plan.letters.entries())
    letters.push(await letterOf(letter, files[index] ?? Buffer.alloc(0), read, context));
  const reading = { pages: readings.map((one) => one.read), mediaType, searchablePdf: undefined };
  const reason = `Ein Stapel: Seine ${letters.length} Schriftstücke werden als eigene Dokumente bearbeitet.`;
  return reject(reason, { reading, separation: { stack, letters, doubt: undefined } });
}

function stackOf({ document, mediaType, readings }: StackReading, { beginnings }: StackPlan): Stack {
  const judged = new Map(beginnings.map((one) => [one.page, one]));
  return {
    ...{ sha256: document.sha256, fileName: document.fileName, mediaType },
    pages: readings.map(({ read: { number, blank } }) => ({
      ...{ number, kind: blank ? 'blank' : 'page' },
      confidence: judged.get(number)?.confidence ?? null,
      reasons: judged.get(number)?.reasons ?? [],
    })),
  };
}

const notCut = ({ letters }: StackPlan) =>
  `Die Datei scheint ${letters.length} Schriftstücke zu enthalten, lässt sich aber nicht trennen. Bitte einzeln neu scannen.`;

async function letterOf(
  { first, last, doubt }: StackPlan['letters'][number],
  bytes: Buffer,
  { document, mediaType, readings }: StackReading,
  context: Context,
): Promise<SeparatedLetter> {
  const own = readings.slice(first - 1, last).map(({ image, read }, index) => ({
    image: { ...image, number: index + 1 },
    read: { ...read, number: index + 1 },
  }));
  const sha256 = await context.blobs.put(bytes);
  const fileName = partName(document.fileName, `${first}-${last}`);
  const titled = { sha256, fileName, receivedAt: document.receivedAt };
  const found = await putTogether(own, mediaType, titled, context);
  return { first, last, sha256, bytes: bytes.length, found, boundaryDoubt: doubt };
}
