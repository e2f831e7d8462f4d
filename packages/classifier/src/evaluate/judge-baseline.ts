import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import type { TrainingLetter } from '../corpus/corpus-letter.ts';
import { stemWord, toWords } from '../features/stem-words.ts';
import { foldText, maskValues } from '../text/fold-text.ts';
import type { Judgement } from './judge-letters.ts';

/**
 * What natural's Bayes classifier says, for comparison: one intent per letter from all its words, never a doubt.
 * Its scores are not probabilities, so the confidence given is 0.
 */
export function judgeBaseline(
  seen: readonly TrainingLetter[],
  unseen: readonly TrainingLetter[],
): Judgement[] {
  const classifier = new BayesClassifier();
  for (const letter of seen) {
    for (const { intent } of letter.intents) classifier.addDocument(stemsOf(letter), intent);
  }
  classifier.train();
  return unseen.map((letter) => {
    const ranked = classifier.getClassifications(stemsOf(letter)).map(({ label }) => label);
    const candidates = ranked.slice(0, 3).map((intent) => ({ intent, confidence: 0, evidence: [] }));
    return {
      letter,
      classification: { intents: candidates.slice(0, 1), candidates, modelVersion: 'natural-bayes' },
    };
  });
}

const stemsOf = (letter: TrainingLetter): string[] =>
  toWords(maskValues(foldText(letter.text))).map(stemWord);
