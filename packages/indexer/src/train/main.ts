// Makes the weights that come along from the letters that come along: node packages/indexer/src/train/main.ts
import { writeFileSync } from 'node:fs';
import { readCorpus } from '@mailroom/classifier';
import { fieldWeightsPath, formatFieldWeights } from '../fields/field-weights.ts';
import { learnFields } from './learn-fields.ts';

const letters = readCorpus();
writeFileSync(fieldWeightsPath, formatFieldWeights(learnFields(letters)));
process.stdout.write(`${letters.length} letters, written to ${fieldWeightsPath}\n`);
