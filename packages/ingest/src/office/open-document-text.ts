import type { Zip } from './read-zip.ts';
import { runningText, type TextTags } from './running-text.ts';

const tags: TextTags = {
  text: new Set(['p', 'h']),
  paragraph: new Set(['p', 'h']),
  cell: new Set(['table-cell']),
  row: new Set(['table-row']),
  tab: new Set(['tab', 's']),
  lineBreak: new Set(['line-break']),
  skipped: new Set(['tracked-changes', 'annotation', 'sequence-decls']),
};

/** Letterhead and text of an OpenDocument text, or what a table or presentation says (ISO 26300). */
export function openDocumentText(zip: Zip, mediaType: string): string {
  const masters = mediaType.endsWith('.text') ? zip.read('styles.xml') : undefined;
  const content = zip.read('content.xml') ?? Buffer.alloc(0);
  const letterhead = masters ? runningText(masters, tags).trim() : '';
  return `${letterhead}\n${runningText(content, tags)}`.trim();
}
