import type { Token } from '../../features/tokens.ts';
import { indexRows, namesOfSources, rowOf } from '../feature-rows.ts';

/** What is wanted of each target, and how much it matters. */
export interface Answer {
  readonly wanted: Float32Array;
  readonly importance: Float32Array;
}

/** The sentences of a letter, and the letter as a whole; a phrase is no letter. */
export interface ConvLesson {
  readonly sentences: readonly (Answer & { readonly tokens: readonly Token[] })[];
  readonly letter: Answer | undefined;
  /** A name that only one source has is not learned. */
  readonly source: string;
}

/** A lesson as the numbers of its tokens. */
export interface NumberedLesson {
  readonly sentences: readonly (Answer & { readonly tokens: Uint32Array })[];
  readonly letter: Answer | undefined;
}

/** Every different token has a number. */
export interface Lexicon {
  /** The names that are learned. */
  readonly names: Uint32Array;
  /** For each token, the rows of those of its names that are learned. */
  readonly rowsOf: readonly Uint32Array[];
  readonly lessons: readonly NumberedLesson[];
}

const fewestSources = 2;

export function readLexicon(lessons: readonly ConvLesson[]): Lexicon {
  const numbers = new Map<Token, number>();
  const numberOf = (token: Token): number => {
    const number = numbers.get(token) ?? numbers.size;
    numbers.set(token, number);
    return number;
  };
  const numbered = lessons.map(({ sentences, letter }) => ({
    letter,
    sentences: sentences.map((sentence) => ({
      ...sentence,
      tokens: Uint32Array.from(sentence.tokens, numberOf),
    })),
  }));
  const sources = lessons.map(({ sentences, source }) => ({
    source,
    names: [...new Set(sentences.flatMap(({ tokens }) => tokens))].flat(),
  }));
  const names = namesOfSources(sources, fewestSources);
  const rows = indexRows(names);
  const rowsOf = [...numbers.keys()].map((token) =>
    Uint32Array.from(token.map((name) => rowOf(rows, name)).filter((row) => row >= 0)),
  );
  return { names, rowsOf, lessons: numbered };
}

/** How many different tokens a lesson has. */
export const wordsIn = ({ sentences }: NumberedLesson): number =>
  new Set(sentences.flatMap(({ tokens }) => [...tokens])).size;
