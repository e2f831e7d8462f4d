import { BadDocumentError, type Channel, channelSchema } from '@mailroom/core';
import { DateTime } from 'luxon';
import { z } from 'zod';

/** What the scan station or the fax server says about a document (DESIGN: side file). */
export interface SideFile {
  readonly channel?: Channel | undefined;
  readonly receivedAt?: Date | undefined;
  readonly sender?: string | undefined;
  readonly station?: string | undefined;
  readonly batch?: string | undefined;
  readonly resolution?: string | undefined;
}

/**
 * Reads the JSON text of a side file. A time without a zone is local time in Berlin, a date alone the start of
 * that day there; unknown fields are left out. Throws BadDocumentError naming the field that is wrong.
 */
export function readSideFile(json: string): SideFile {
  const parsed = sideFileSchema.safeParse(parseJson(json));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.');
  throw badSideFile(
    field ? `Das Feld „${field}“ ${wrong[field] ?? 'hat einen ungültigen Wert'}.` : notAnObject,
  );
}

const text = z.string().trim().max(500).optional();

const sideFileSchema = z.object({
  channel: channelSchema.optional(),
  receivedAt: z.string().transform(toInstant).optional(),
  sender: text,
  station: text,
  batch: text,
  resolution: z.union([z.string().trim().max(100), z.number().transform(String)]).optional(),
});

const wrong: Readonly<Record<string, string>> = {
  channel: 'muss „letter“, „fax“ oder „email“ sein',
  receivedAt: 'muss ein Zeitpunkt nach ISO 8601 sein, zum Beispiel „2026-03-02T09:15“',
  sender: 'muss ein Text sein',
  station: 'muss ein Text sein',
  batch: 'muss ein Text sein',
  resolution: 'muss ein Text oder eine Zahl sein',
};

const notAnObject = 'Sie enthält kein gültiges JSON-Objekt.';

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\ufeff/, ''));
  } catch (error) {
    throw badSideFile(notAnObject, error);
  }
}

function toInstant(value: string, context: z.RefinementCtx): Date {
  const at = DateTime.fromISO(value.trim().replace(/^(\d{4}-\d\d-\d\d) (?=\d)/, '$1T'), {
    zone: 'Europe/Berlin',
  });
  if (!at.isValid) context.addIssue({ code: 'custom', message: 'not ISO 8601' });
  return at.toJSDate();
}

function badSideFile(what: string, cause?: unknown): BadDocumentError {
  return new BadDocumentError(
    'bad-side-file',
    `Die Begleitdatei (.json) ist fehlerhaft: ${what} Bitte berichtigen oder entfernen und neu einreichen.`,
    { state: 'review', cause },
  );
}
