import { type Channel, defaultCalendar, type Fields, type NumberShape } from '@mailroom/core';
import { extractFields } from '../fields/extract-fields.ts';

const shapes: readonly NumberShape[] = [
  { kind: 'customerNumber', shape: '99999999', prefix: '60', count: 900 },
  { kind: 'contract', shape: 'AB99999999', prefix: 'AB', count: 900 },
];

/** The fields of a letter that came in October, at a company with numbers as those above. */
export function readFields(
  text: string,
  intents: readonly string[],
  received = '2026-10-14T08:00:00Z',
  known: readonly NumberShape[] = shapes,
): Fields {
  const channel: Channel = 'letter';
  const letter = { channel, text, receivedAt: new Date(received) };
  return extractFields(letter, { intents, shapes: known, calendar: defaultCalendar });
}
