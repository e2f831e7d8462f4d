import { type Evaluation, given, type Outcome, wanted } from './evaluate.ts';

/** The evaluation as plain text for a terminal. */
export function formatEvaluation(evaluation: Evaluation): string {
  return [
    ...formatOutcomes(evaluation),
    '',
    'intent              wanted  precision  recall  F1',
    ...evaluation.intents.map(
      ({ intent, wanted: count, precision, recall, f1 }) =>
        `${intent.padEnd(18)}  ${String(count).padStart(6)}  ${percent(precision)}    ${percent(recall)}  ${percent(f1)}`,
    ),
    '',
    'confidence   count  mean    right',
    ...evaluation.reliability.map(
      ({ from, to, count, meanConfidence, right }) =>
        `${from.toFixed(1)} to ${to.toFixed(1)}  ${String(count).padStart(6)}  ${percent(meanConfidence)}  ${percent(right)}`,
    ),
    '',
    'The worst mistakes',
    ...evaluation.worst.map(
      (one) =>
        `${one.letter.id} (${one.letter.kind}${one.classification.doubt ? ', in review' : ', ROUTED'}): wanted ${wanted(one).join(' + ')}, said ${given(one).join(' + ')}`,
    ),
  ].join('\n');
}

function formatOutcomes({ everyday, hard, all }: Evaluation): string[] {
  const row = (label: string, read: (outcome: Outcome) => string): string =>
    label.padEnd(36) + [everyday, hard, all].map((outcome) => read(outcome).padStart(9)).join('');
  return [
    `${' '.repeat(36)} everyday     hard      all`,
    row('letters', ({ letters }) => String(letters)),
    row('intent F1', ({ f1 }) => percent(f1)),
    row('first intent right', ({ primaryRight }) => percent(primaryRight)),
    row('all intents right', ({ allRight }) => percent(allRight)),
    row('routed without a person', ({ routed }) => percent(routed)),
    row('of these: an intent wrong', ({ wrongOfRouted }) => percent(wrongOfRouted)),
    row('of these: first queue wrong', ({ wrongQueueOfRouted }) => percent(wrongQueueOfRouted)),
    row('routed, cancellation invented', (outcome) => String(outcome.inventedCancellations)),
    row('routed, cancellation missed', (outcome) => String(outcome.missedCancellations)),
  ];
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`.padStart(7);
