import type { CorpusLetter } from '@mailroom/classifier';
import { type Random, type TypesetPage, typesetLetter } from '@mailroom/fixtures';

/** A page of a stack, and whether a letter begins on it. */
export interface StackPage {
  readonly page: TypesetPage;
  readonly begins: boolean;
}

/** Shares of all letters; `enclosure`: of those that name one. */
const mix = { long: 0.4, numbered: 0.45, counted: 0.15, turnOver: 0.06, names: 0.1, enclosure: 0.5 };

/**
 * The letters one behind the other as they lie in a tray: some several pages long, with and without page numbers, a
 * few that name an enclosure, which half of the time lies behind them and looks like a letter of its own.
 */
export function stackOfLetters(letters: readonly CorpusLetter[], random: Random): readonly StackPage[] {
  return letters.flatMap((letter) => {
    const names = random.chance(mix.names);
    const enclosure = names && random.chance(mix.enclosure) ? random.pick(letters) : undefined;
    const written = names ? { ...letter, text: `${letter.text.trimEnd()}\n\n${naming(random)}\n` } : letter;
    const others = Array.from({ length: random.whole(4, 12) }, () => random.pick(letters));
    const alsoSays = random.chance(mix.long) ? others : [];
    const counts = random.chance(mix.counted);
    const own = typesetLetter(written, random, {
      alsoSays,
      numbered: !counts && random.chance(mix.numbered),
    });
    const numbered = counts
      ? own.map((page, index) => footed(page, `Seite ${index + 1} von ${own.length}`))
      : own;
    const enclosed = enclosure ? typesetLetter(enclosure, random).slice(0, 1) : [];
    return [...turned(numbered, random), ...enclosed].map((page, index) => ({ page, begins: index === 0 }));
  });
}

const naming = (random: Random) =>
  random.pick([
    'Anlage',
    'Anlagen: 1',
    'Anlage: Kopie des Schreibens',
    'Anlagen',
    'Anlage: Rechnung in Kopie',
  ]);

/** Some say at the foot of a page that there is more behind it. */
function turned(pages: readonly TypesetPage[], random: Random): readonly TypesetPage[] {
  if (!random.chance(mix.turnOver)) return pages;
  const sign = random.pick(['- bitte wenden -', 'b. w.', './.']);
  return pages.map((page, index) => (index < pages.length - 1 ? footed(page, sign) : page));
}

/** Something small at the foot of the page. */
function footed(page: TypesetPage, text: string): TypesetPage {
  const place = { xMm: page.widthMm / 2 - 8, yMm: page.heightMm - 9 };
  const look = { face: 'arimo', sizePt: 9, bold: false, ink: 0.9, degrees: 0, jitterMm: 0 } as const;
  return { ...page, marks: [...page.marks, { kind: 'text', text, ...place, ...look }] };
}
