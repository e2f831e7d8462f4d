import type { germanBlind } from './german-blind.ts';

/** What the blind sample says, in English. */
export const englishBlind: typeof germanBlind = {
  title: 'Sample',
  lead: 'The machine has delivered this letter. Please decide without knowing what it decided.',
  empty: 'Nothing to check.',
  emptyHint: 'New samples appear here by themselves. How many is said in the rules.',
  decide: 'Decide and next',
  next: 'Next',
  verdicts: {
    right: 'Agrees with the machine.',
    incomplete: 'Delivered rightly, but an intent is missing',
    wrong: 'Delivered wrongly',
  },
  stays: 'Your decision is counted. The delivery stays until somebody corrects it.',
  you: 'You',
  machine: 'Machine',
  wrongRate: 'Wrongly delivered',
  noneChecked: 'No sample checked yet.',
  interval: (low, high, checked) => `${low} to ${high}, ${checked} checked`,
  byIntent: 'Wrongly delivered by intent (blind sample)',
  byIntentHint: (days) => `Last ${days} days. The line shows where the true share lies, 95 % sure.`,
  of: (wrong, checked) => `${wrong} of ${checked}`,
};
