import type { AccountCandidate, Intent } from '@mailroom/core';
import type { LetterFacts } from './add-document.ts';

export const cancellation: Intent = {
  ...{ intent: 'cancellation', confidence: 0.97, evidence: ['kündige ich meinen Vertrag'] },
};
export const addressChange: Intent = {
  ...{ intent: 'address-change', confidence: 0.41, evidence: ['neue Anschrift'] },
};

export const anna: AccountCandidate = {
  ...{ customerNumber: '6029481735', name: 'Anna Krüger', confidence: 0.99 },
  evidence: ['Kundennummer 6029481735'],
};
export const bernd: AccountCandidate = {
  ...{ customerNumber: '6029481999', name: 'Bernd Krüger', confidence: 0.4 },
  evidence: ['Name und Anschrift'],
};

/** Delivered to the queue "kuendigung". */
export const clearLetter: LetterFacts = {
  text: 'Sehr geehrte Damen und Herren,\n\nhiermit kündige ich meinen Vertrag zum 31.12.2026.\nKundennummer: 60 2948 1735\n\nAnna Krüger',
  intents: [cancellation],
  candidates: [cancellation, addressChange],
  account: anna,
  fields: { effectiveDate: { value: '2026-12-31', words: 'zum 31.12.2026' } },
};

/** Ends in review: two accounts are possible. */
export const doubtfulLetter: LetterFacts = {
  text: 'Guten Tag,\n\nich bin umgezogen, meine neue Anschrift ist der Lindenweg 4.\n\nKrüger',
  fileName: 'umzug.eml',
  intents: [{ ...addressChange, confidence: 0.93 }],
  candidates: [{ ...addressChange, confidence: 0.93 }, cancellation],
  account: null,
  accountCandidates: [anna, bernd],
  doubt: 'Zwei Konten kommen in Frage: Anna Krüger und Bernd Krüger. Bitte das Konto wählen.',
};
