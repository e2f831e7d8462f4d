import type { Field } from '@mailroom/core';
import type { Mention } from '../identifiers/mention.ts';

const stays =
  /\b(?:bleib|behalt|behäl|nicht betroffen|nicht gegenstand|läuft weiter|nicht (?:den|mein)|andere[nr]?)\w*/iu;

/** The contract the letter is about: the first of the learned shape or announced as one, rather not one that stays. */
export function contractNumber(text: string, mentions: readonly Mention[]): Field | undefined {
  const contracts = mentions.filter((one) => one.kind === 'contract');
  const affected = contracts.filter((one) => !stays.test(sentenceOf(text, one)));
  const chosen = affected[0] ?? contracts[0];
  return chosen && { value: chosen.words.trim().replace(/\s+/g, ''), words: chosen.words.trim() };
}

function sentenceOf(text: string, { start, end }: Mention): string {
  const before = text.slice(Math.max(0, start - 40), start).replace(/^.*(?:[.!?;]\s|\n\s*\n)/s, '');
  const to = text.slice(end).search(/[.!?;]\s|\n\s*\n/);
  return before + text.slice(end, to < 0 ? end + 60 : Math.min(end + to, end + 80));
}
