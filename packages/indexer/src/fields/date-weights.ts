/**
 * How far each sign speaks for a date, in log-odds: rounded from a softmax over the dates of a letter and "none of
 * them" that was fitted once to the letters of the corpus. A date with less than 0 in sum is only mentioned.
 */
export const weights = {
  cue: { strong: 0.8, fair: -0.4, alone: -2, none: -2.8 },
  leading: {
    'name-change': 2.2,
    'address-change': 1.5,
    cancellation: 0.2,
    'payment-plan': -0.1,
    'contract-transfer': -0.4,
    'bank-details': -1.2,
    'number-porting': -1.4,
    contract: -1.9,
    renewal: -2.4,
  } as Readonly<Record<string, number>>,
  tellingBeside: -1.5,
  wishInSentence: 1.7,
  ahead: 2.4,
  behindThoughAheadIsAsked: -2.1,
  yearsAway: -1.6,
  spoken: -2.1,
  letterDate: -2.3,
  quoted: -0.7,
  death: -1.2,
  deadline: -1.3,
  until: -2.2,
  deadlineUntil: -0.6,
};
