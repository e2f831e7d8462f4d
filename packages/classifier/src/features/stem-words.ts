import stemmer from 'natural/lib/natural/stemmers/porter_stemmer_de.js';
import AggressiveTokenizerDe from 'natural/lib/natural/tokenizers/aggressive_tokenizer_de.js';

const tokenizer = new AggressiveTokenizerDe();
const known = new Map<string, string>();
const knownLimit = 50_000;

/** The words of folded text, in order. */
export function toWords(folded: string): string[] {
  return tokenizer.tokenize(folded.replace(/['-]/g, ' '));
}

/** A word's German stem. Remembered: a letter repeats its words, and stemming is the dearest step. */
export function stemWord(word: string): string {
  const remembered = known.get(word);
  if (remembered !== undefined) return remembered;
  const stem = stemmer.stem(word);
  if (known.size >= knownLimit) known.clear();
  known.set(word, stem);
  return stem;
}
