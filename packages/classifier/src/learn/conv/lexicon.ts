import type { Token } from '../../features/tokens.ts';
import { indexRows, namesOfSources, rowOf } from '../feature-rows.ts';

/** What is wanted of each target, and how much it matters. */
export interface Label {
  readonly wanted: Float32Array;
  readonly importance: Float32Array;
}

/** The sentences of a letter, and the letter as a whole; a phrase is no letter. */
export interface ConvLesson {
  readonly sentences: readonly (Label & { readonly tokens: readonly Token[] })[];
  readonly letter: Label | undefined;
  /** A name that only one source has is not learned. */
  readonly source: string;
}

/** A lesson as the numbers of its tokens. */
export interface NumberedLesson {
  readonly sentences: readonly (Label & { readonly tokens: Uint32Array })[];
  readonly letter: Label | undefined;
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

/** Numbers tokens by what they hold; the same array, which is what comes nearly always, is known at once. */
function numberTokens() {
  const tokens: Token[] = [];
  const byArray = new Map<Token, number>();
  const byNames = new Map<string, number>();
  const numberOf = (token: Token): number => {
    const known = byArray.get(token);
    if (known !== undefined) return known;
    const names = token.join();
    const number = byNames.get(names) ?? tokens.push(token) - 1;
    byNames.set(names, number);
    byArray.set(token, number);
    return number;
  };
  return { numberOf, tokens };
}

export function readLexicon(lessons: readonly ConvLesson[]): Lexicon {
  const { numberOf, tokens: different } = numberTokens();
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
  const rowsOf = different.map((token) =>
    Uint32Array.from(token.map((name) => rowOf(rows, name)).filter((row) => row >= 0)),
  );
  return { names, rowsOf, lessons: numbered };
}

/** How many different tokens a lesson has. */
export const wordsIn = ({ sentences }: NumberedLesson): number =>
  new Set(sentences.flatMap(({ tokens }) => [...tokens])).size;
