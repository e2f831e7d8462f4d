import type { DocumentAnswer } from '../../../src/api/documents.ts';

/** From which confidence on a wish that was not delivered is worth a look. */
const worthALook = 0.3;

/**
 * Wishes that a delivered letter perhaps holds as well, likeliest first: whoever has it reads it and knows. Nothing once
 * a person has said what the letter asks.
 */
export function unsettledIntents({ state, intents }: DocumentAnswer): DocumentAnswer['intents'] {
  const decided = intents.some(({ chosen, confidence }) => chosen && confidence === 1);
  if (state !== 'routed' || decided) return [];
  return intents.filter(
    ({ chosen, intent, confidence }) => !chosen && intent !== 'other' && confidence >= worthALook,
  );
}
