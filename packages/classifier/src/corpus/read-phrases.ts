import { readFileSync } from 'node:fs';

/** One sentence as people write it, and the intent it shows; `none` shows none. */
export interface Phrase {
  readonly intent: string;
  readonly text: string;
}

const phrasesFile = new URL('../../corpus/phrases/phrases.txt', import.meta.url);

/** The phrases that come along: a line each below the heading ("# cancellation") of its intent. */
export function readPhrases(file: URL | string = phrasesFile): Phrase[] {
  let intent = 'none';
  const phrases: Phrase[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('# ')) intent = line.slice(2).trim();
    else if (line.trim() !== '') phrases.push({ intent, text: line.trim() });
  }
  return phrases;
}
