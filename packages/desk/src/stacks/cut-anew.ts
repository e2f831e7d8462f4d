import {
  type LoadedStack,
  type Mended,
  mendStack,
  originOf,
  type PageRange,
  partName,
  StackConflict,
} from '@mailroom/database';
import { notFound, ProblemError } from '../access/problem-error.ts';
import type { DeskOptions } from '../options.ts';

export interface CutAnew {
  readonly actor: string;
  readonly seen: readonly PageRange[];
  readonly letters: readonly PageRange[];
}

/** A person has looked at every boundary of a stack: letters that are not as they shall be are cut anew from it. */
export async function cutAnew(
  { database, blobs, splitter, rework }: Pick<DeskOptions, 'database' | 'blobs' | 'splitter' | 'rework'>,
  stack: LoadedStack,
  { actor, seen, letters }: CutAnew,
): Promise<Mended> {
  const { sha256 } = stack;
  const origin = await originOf(database, sha256);
  if (!origin) throw notFound();
  requireEveryPage(stack, letters);
  const isThere = (letter: PageRange) =>
    stack.parts.some((part) => part.first === letter.first && part.last === letter.last);
  const wanted = letters.filter((letter) => !isThere(letter));
  const files = await cut(stack, wanted, await blobs.get(sha256), splitter);
  const fresh = [];
  for (const [index, { first, last }] of wanted.entries()) {
    const bytes = files[index] ?? Buffer.alloc(0);
    const pages = first === last ? `${first}` : `${first}-${last}`;
    const arrival = {
      ...{ ...origin, sender: origin.sender ?? undefined, modifiedMs: 0, mediaType: stack.mediaType },
      ...{ sha256: await blobs.put(bytes), bytes: bytes.length, path: `${origin.path} pages ${pages}` },
      fileName: partName(stack.fileName, pages),
      facts: { ...origin.facts, stack: sha256, stackPages: pages },
    };
    fresh.push({ first, last, arrival });
  }
  const mended = await mendStack(database, {
    sha256,
    actor,
    seen,
    fresh,
    kept: letters.filter(isThere),
  }).catch(refused);
  for (const id of mended.fresh) await rework?.(id);
  return mended;
}

/** A stack that is one letter after all is that file itself. */
async function cut(
  { pages }: LoadedStack,
  ranges: readonly PageRange[],
  bytes: Buffer,
  splitter: DeskOptions['splitter'],
): Promise<readonly Buffer[]> {
  if (ranges.length === 0) return [];
  const [only] = ranges;
  if (only?.first === 1 && only.last === pages.length) return [bytes];
  const files = await splitter.cut(bytes, ranges);
  if (files) return files;
  throw new ProblemError(
    422,
    'cannot-cut',
    'Diese Datei lässt sich nicht trennen. Bitte die Schriftstücke einzeln neu scannen.',
  );
}

/** In order, without overlaps, and no page lost but separator sheets and empty ones. */
function requireEveryPage({ pages }: LoadedStack, letters: readonly PageRange[]): void {
  const ordered = letters.every(
    ({ first, last }, index) =>
      first <= last && last <= pages.length && first > (letters[index - 1]?.last ?? 0),
  );
  const lost = pages.filter(
    ({ number, kind }) =>
      (kind === 'page' || kind === 'wrong') &&
      !letters.some(({ first, last }) => first <= number && number <= last),
  );
  if (ordered && lost.length === 0) return;
  throw new ProblemError(
    422,
    'pages-lost',
    `Jede Seite muss zu genau einem Schriftstück gehören${lost.length > 0 ? `; es fehlt Seite ${lost.map(({ number }) => number).join(', ')}` : ''}.`,
  );
}

function refused(error: unknown): never {
  if (error instanceof StackConflict) throw new ProblemError(409, error.code, error.message);
  throw error;
}
