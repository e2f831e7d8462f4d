import { readdirSync, readFileSync } from 'node:fs';

/** One sentence as people write it, and the intent it shows; `none` shows none. */
export interface Phrase {
  readonly intent: string;
  readonly text: string;
}

const phrasesFolder = new URL('../../corpus/phrases/', import.meta.url);

/** The phrases of all files that come along: a line each below the heading ("# cancellation") of its intent. */
export function readPhrases(): Phrase[] {
  const files = readdirSync(phrasesFolder).filter((name) => name.endsWith('.txt'));
  return files.sort().flatMap((name) => parsePhrases(readFileSync(new URL(name, phrasesFolder), 'utf8')));
}

function parsePhrases(text: string): Phrase[] {
  let intent = 'none';
  const phrases: Phrase[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('# ')) intent = line.slice(2).trim();
    else if (line.trim() !== '') phrases.push({ intent, text: line.trim() });
  }
  return phrases;
}
