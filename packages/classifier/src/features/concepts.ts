import type { Concept } from './concepts/concept.ts';
import { factsAboutCustomers } from './concepts/facts-about-customers.ts';
import { mannerAndValues } from './concepts/manner-and-values.ts';
import { moneyAndService } from './concepts/money-and-service.ts';
import { wishesAboutContracts } from './concepts/wishes-about-contracts.ts';

/**
 * What people mean, however they put it: each concept is a pattern over folded text (foldText: lower case,
 * umlauts as bare vowels, ss). They are features for the model, not decisions: the weights are learned.
 */
export const concepts: readonly Concept[] = [
  ...mannerAndValues,
  ...wishesAboutContracts,
  ...factsAboutCustomers,
  ...moneyAndService,
];
