import { documentStates } from '@mailroom/core';
import { stackModes } from '@mailroom/database';
import { z } from 'zod';

/* What goes over the wire between a station and the mailroom; times are ISO 8601 in UTC. */

export const trayName = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u);
export const uploadKey = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/);

const sheetNumber = z.number().int().min(1).max(10_000);

/** "17" or "20-22": the places of a document's sheets in the tray, from 1. */
export const sheetRange = z
  .string()
  .regex(/^\d{1,5}(-\d{1,5})?$/)
  .transform((text) => {
    const [first = 0, last = first] = text.split('-').map(Number);
    return { first, last };
  })
  .pipe(
    z
      .object({ first: sheetNumber, last: sheetNumber })
      .refine(({ first, last }) => first <= last, 'ends before it begins'),
  );

export const trayRequest = z.object({
  countedSheets: sheetNumber,
  receivedAt: z.iso
    .datetime({ offset: true })
    .optional()
    .describe('When its letters came into the house; without it now.'),
  stacks: z
    .enum(stackModes)
    .default('off')
    .describe('How its files are taken apart: not, at separator sheets, or also where a new letter begins.'),
});

const ranges = z.array(z.string());

export const trayAnswer = z.object({
  name: z.string(),
  state: z.enum(['open', 'closed']),
  stacks: z.enum(stackModes),
  countedSheets: z.number(),
  receivedSheets: z.number(),
  missing: ranges,
  double: ranges,
  surplus: ranges,
  receivedAt: z.string(),
  documents: z.array(
    z.object({
      key: z.string(),
      documentId: z.number(),
      sheets: z.string(),
      bytes: z.number(),
      sha256: z.string(),
      state: z.enum(documentStates),
      reason: z.string().nullable(),
    }),
  ),
});

export const uploadAnswer = z.object({
  documentId: z.number(),
  key: z.string(),
  isNew: z.boolean().describe('False when the same bytes were there before, for example after a retry.'),
});

export const rescanAnswer = z.object({
  id: z.number(),
  tray: z.string().nullable(),
  key: z.string(),
  sheets: z.string().nullable(),
  reason: z.string(),
  requestedBy: z.string(),
  requestedAt: z.string(),
});

export const problemAnswer = z.object({
  code: z.string(),
  message: z.string().describe('German, for the person at the scanner.'),
  tray: trayAnswer.optional(),
});
