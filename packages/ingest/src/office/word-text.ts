import type { Zip } from './read-zip.ts';
import { runningText, type TextTags } from './running-text.ts';

const tags: TextTags = {
  text: new Set(['t']),
  paragraph: new Set(['p']),
  cell: new Set(['tc']),
  row: new Set(['tr']),
  tab: new Set(['tab']),
  lineBreak: new Set(['br', 'cr']),
  skipped: new Set(['Fallback', 'tabs', 'del']),
};

/** Headers, text, notes and footers of a Word document (ECMA-376), or the slides of a presentation. */
export function wordText(zip: Zip): string {
  return [
    /^word\/header\d*\.xml$/,
    /^word\/document\d*\.xml$/,
    /^word\/(?:footnotes|endnotes|footer\d*)\.xml$/,
  ]
    .flatMap((pattern) => partsOf(zip, pattern))
    .join('\n');
}

export function slideText(zip: Zip): string {
  return partsOf(zip, /^ppt\/slides\/slide\d+\.xml$/).join('\n');
}

/** The same header often stands there for the first, the even and the odd pages. */
function partsOf(zip: Zip, pattern: RegExp): string[] {
  const names = zip.names.filter((name) => pattern.test(name)).sort(byNumber);
  const texts = names.map((name) => runningText(zip.read(name) ?? Buffer.alloc(0), tags).trim());
  return [...new Set(texts.filter((text) => text !== ''))];
}

function byNumber(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
