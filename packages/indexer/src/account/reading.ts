import { foldGerman, foldName } from '@mailroom/core';
import { blur } from './blur.ts';
import { type SqueezedText, squeeze } from './squeezed-text.ts';

/** A word of a letter, folded, with the line it stands in. */
export interface Word {
  readonly text: string;
  readonly folded: string;
  readonly line: number;
}

/** One to five neighbouring words of a line, joined: what names are looked for in. */
export interface Run {
  readonly folded: string;
  readonly blurred: string;
  /** From word `from` up to, not including, `to`. */
  readonly from: number;
  readonly to: number;
}

/** A letter taken apart once, so that every customer can be compared with it quickly. */
export interface Reading {
  readonly text: string;
  readonly lines: readonly string[];
  readonly words: readonly Word[];
  readonly runs: readonly Run[];
  readonly runsByFolded: ReadonlyMap<string, readonly Run[]>;
  readonly runsByBlurred: ReadonlyMap<string, readonly Run[]>;
  /** Folded words, "straße" shortened to "str": what addresses are looked for in. */
  readonly plain: SqueezedText;
  /** The same as OCR might have read it (see blur). */
  readonly blurred: SqueezedText;
}

export function readLetter(text: string): Reading {
  const lines = text.split('\n');
  const words = lines.flatMap((line, at) => wordsOf(line, at));
  const runs = runsOf(words);
  const plain = foldAddress(text);
  return {
    ...{ text, lines, words, runs },
    runsByFolded: Map.groupBy(runs, (run) => run.folded),
    runsByBlurred: Map.groupBy(runs, (run) => run.blurred),
    plain: squeeze(plain),
    blurred: squeeze(blur(plain)),
  };
}

function wordsOf(line: string, at: number): readonly Word[] {
  return [...line.matchAll(/[\p{L}\p{N}]+/gu)].map(([text]) => ({ text, folded: foldName(text), line: at }));
}

const longestRun = 5;

function runsOf(words: readonly Word[]): readonly Run[] {
  return words.flatMap((first, from) => {
    const runs: Run[] = [];
    let folded = '';
    for (let to = from; to < from + longestRun && words[to]?.line === first.line; to += 1) {
      folded += words[to]?.folded ?? '';
      runs.push({ folded, blurred: blur(folded), from, to: to + 1 });
    }
    return runs;
  });
}

/** "Bahnhofstraße 4a" and "Bahnhofstr. 4 a" agree: folded, "str", single spaces. */
export function foldAddress(text: string): string {
  return foldGerman(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/str(?:asse|abe)?(?![a-z])/g, 'str')
    .trim();
}
