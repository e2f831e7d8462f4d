/**
 * How far each sign speaks for a date, in log-odds: rounded from a softmax over the dates of a letter and "none of
 * them" that was fitted once to the letters of the corpus. A date with less than 0 in sum is only mentioned.
 */
export const weights = {
  cue: { strong: -0.1, fair: -1, alone: -1.3, none: -3.3, mentioned: -5.8 },
  leading: {
    'name-change': 1.7,
    'address-change': 1.5,
    cancellation: 0.5,
    'payment-plan': -1,
    'contract-transfer': 0.4,
    'bank-details': -1.1,
    'number-porting': -2,
    contract: -3.4,
    renewal: -3.7,
  } as Readonly<Record<string, number>>,
  tellingBeside: -1.7,
  wishInSentence: 1.7,
  leadingWishInSentence: 0.6,
  settled: -0.7,
  elsewhere: -3.8,
  restated: 1.7,
  ahead: 3.3,
  behindThoughAheadIsAsked: -3.4,
  yearsAway: -3.2,
  spoken: -2,
  letterDate: -3.6,
  quoted: -0.3,
  olderMail: -2.3,
  death: -1.9,
  deadline: -1.1,
  until: -2.7,
  answerUntil: -1.3,
};
