import { expect, it } from 'vitest';
import { drawReliability } from './draw-reliability.ts';
import { evaluate } from './evaluate.ts';
import { formatEvaluation } from './format-evaluation.ts';
import type { Judgement } from './judge-letters.ts';

function judgement(id: string, wanted: string[], given: string[], doubt?: string): Judgement {
  const intents = given.map((intent) => ({ intent, confidence: 0.9, evidence: [] }));
  return {
    letter: {
      id,
      author: 'x',
      channel: 'letter',
      kind: 'everyday',
      text: '',
      intents: wanted.map((intent) => ({ intent, spans: [] })),
    },
    classification: {
      intents,
      candidates: intents,
      modelVersion: 'm',
      ...(doubt === undefined ? {} : { doubt }),
    },
  };
}

const evaluation = evaluate([
  judgement('x-1', ['cancellation'], ['cancellation']),
  judgement('x-2', ['complaint', 'cancellation'], ['complaint']),
  judgement('x-3', ['other'], ['cancellation'], 'Kündigung nicht sicher.'),
  judgement('x-4', ['renewal'], ['renewal']),
]);

it('counts routed letters, wrong ones among them, and missed cancellations', () => {
  expect(evaluation.all.routed).toBeCloseTo(0.75);
  expect(evaluation.all.wrongOfRouted).toBeCloseTo(1 / 3);
  expect(evaluation.all.missedCancellations).toBe(1);
  expect(evaluation.all.inventedCancellations).toBe(0);
  expect(evaluation.all.primaryRight).toBeCloseTo(0.75);
});

it('measures every intent over all letters, also those in review', () => {
  expect(evaluation.intents.find(({ intent }) => intent === 'cancellation')).toMatchObject({
    wanted: 2,
    precision: 0.5,
    recall: 0.5,
  });
});

it('names routed mistakes first', () => {
  expect(evaluation.worst.map(({ letter }) => letter.id)).toEqual(['x-2', 'x-3']);
  expect(formatEvaluation(evaluation)).toContain('x-2 (everyday, ROUTED)');
});

it('draws the reliability diagram', () => {
  expect(drawReliability(evaluation.reliability)).toContain('<circle');
});
