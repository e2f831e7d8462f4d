import { worthALook } from '@mailroom/core/letter';
import type { DocumentAnswer } from '../../../src/api/documents.ts';

/**
 * Wishes that a delivered letter perhaps holds as well, likeliest first: whoever has it reads it and knows. Nothing once
 * a person has said all that the letter asks, and nothing on a copy, whose work lies with the other one.
 */
export function unsettledIntents(document: DocumentAnswer): DocumentAnswer['intents'] {
  const { intents } = document;
  const decided = intents.filter(({ chosen }) => chosen).every(({ confidence }) => confidence === 1);
  if (decided || !takesMoreIntents(document)) return [];
  return intents
    .filter(({ chosen, intent, confidence }) => !chosen && intent !== 'other' && confidence >= worthALook)
    .sort((one, other) => other.confidence - one.confidence);
}

/** Whether another wish of the letter can be sent to its department. */
export const takesMoreIntents = ({ state, twins }: DocumentAnswer): boolean =>
  state === 'routed' && !twins.some(({ leads }) => leads);
