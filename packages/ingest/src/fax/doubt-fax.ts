import { fewerPages, missingPages } from '@mailroom/core';
import type { FaxPageTags } from './read-fax-tags.ts';

/** More of a page than this in damaged lines, and words are missing. */
const damagedShare = 0.05;

/** Why a person should look at a fax: it came in with an error, not whole, or damaged. German; undefined when fine. */
export function doubtFax(pages: readonly FaxPageTags[], error: string): string | undefined {
  const doubts = [
    notArrived(pages),
    error === ''
      ? undefined
      : `Der Faxempfang endete mit einem Fehler („${error}“), es können Seiten fehlen. Bitte beim Absender nachfragen.`,
    damagedPages(pages),
  ].filter((doubt) => doubt !== undefined);
  return doubts.length > 0 ? doubts.join(' ') : undefined;
}

function notArrived(pages: readonly FaxPageTags[]): string | undefined {
  const announced = Math.max(0, ...pages.map((page) => page.announced));
  if (announced <= pages.length) return undefined;
  const numbers = pages.flatMap(({ number }) => (number === undefined ? [] : [number]));
  // Some writers give every page the same number; then only their count says something.
  if (new Set(numbers).size < pages.length) return fewerPages(pages.length, announced);
  return missingPages(new Set(numbers), announced);
}

function damagedPages(pages: readonly FaxPageTags[]): string | undefined {
  const damaged = pages
    .map((page, index) => ({ ...page, place: index + 1 }))
    .filter(({ unclean, damagedLines, lines }) => unclean && damagedLines > lines * damagedShare);
  if (damaged.length === 0) return undefined;
  const which = damaged.map(({ place, damagedLines }) => `${place} (${damagedLines} Zeilen)`).join(', ');
  return `Durch Leitungsstörungen beschädigt: Seite ${which}. Bitte prüfen und notfalls neu anfordern.`;
}
