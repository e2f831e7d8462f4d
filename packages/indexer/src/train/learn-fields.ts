import { readFileSync } from 'node:fs';
import type { CorpusLetter } from '@mailroom/classifier';
import { findSums } from '../fields/amount.ts';
import { findEffectiveDates } from '../fields/effective-date.ts';
import type { FieldWeights } from '../fields/field-weights.ts';
import { writtenOn } from '../fields/written-on.ts';
import { plainText } from '../plain-text.ts';
import { runOn } from '../run-on.ts';
import { fitWeights, type Lesson } from './fit-weights.ts';

/** Letters that were written to mislead count less: the corpus holds far more of them than a mailroom sees. */
const hardShare = 0.7;

const candidatesFor = { effectiveDate: findEffectiveDates, amount: findSums };

/** Learns from labelled letters how dates and sums are chosen. The same letters give the same weights. */
export function learnFields(letters: readonly CorpusLetter[]): FieldWeights {
  const weightsOf = (name: keyof FieldWeights) =>
    fitWeights([...letters.map((letter) => lesson(letter, name)), ...readSentences(name)]);
  return { effectiveDate: weightsOf('effectiveDate'), amount: weightsOf('amount') };
}

function lesson(
  { id, kind, fields, intents, text, receivedOn }: CorpusLetter,
  name: keyof FieldWeights,
): Lesson {
  const read = asRead(text);
  const wishes = intents.map(({ intent }) => intent);
  return {
    letter: id,
    candidates: [...candidatesFor[name](read, wishes, writtenOn(read, receivedOn))],
    right: fields.filter((one) => one.name === name).map(({ value }) => value),
    importance: kind === 'hard' ? hardShare : 1,
  };
}

/** What letters of one sentence say as plainly as long ones, and terms and differences that few letters hold. */
function readSentences(wanted: keyof FieldWeights): Lesson[] {
  const lines = readFileSync(new URL('sentences.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines
    .filter((line) => line.startsWith(`${wanted} | `))
    .flatMap((line, index) => {
      const [, intent = '', value = '-', sentence = ''] = line.split(' | ');
      return [sentence, `Guten Tag,\n\n${sentence}\n\nMit freundlichen Grüßen\nJ. Janssen`].map((text) => ({
        letter: `sentence ${index}`,
        candidates: [...candidatesFor[wanted](asRead(text), [intent], sentencesReceived)],
        right: value === '-' ? [] : [value],
        importance: sentenceShare,
      }));
    });
}

const asRead = (text: string): string => runOn(plainText(text));

const sentencesReceived = '2026-10-14';
const sentenceShare = 2;
