import { readXml } from './read-xml.ts';

/** Which tags of a format make up its text. */
export interface TextTags {
  /** Tags whose characters are text; without them, all characters are. */
  readonly text: ReadonlySet<string>;
  readonly paragraph: ReadonlySet<string>;
  readonly cell: ReadonlySet<string>;
  readonly row: ReadonlySet<string>;
  readonly tab: ReadonlySet<string>;
  readonly lineBreak: ReadonlySet<string>;
  /** Deleted text, comments, the same again for older programs. */
  readonly skipped: ReadonlySet<string>;
}

const cellGap = '  ';

/** The text as a reader sees it: a line a paragraph, the cells of a table's row on one line. */
export function runningText(xml: Buffer, tags: TextTags): string {
  let text = '';
  let skipping = 0;
  let cells = 0;
  let inText = 0;
  readXml(xml, {
    open(name, attribute) {
      if (tags.skipped.has(name)) skipping += 1;
      if (tags.cell.has(name)) cells += 1;
      if (tags.text.has(name)) inText += 1;
      if (skipping > 0) return;
      if (tags.tab.has(name)) text += ' '.repeat(Number(attribute('c') ?? 4));
      if (tags.lineBreak.has(name)) text += cells > 0 ? ' ' : '\n';
    },
    text(characters) {
      if (skipping === 0 && inText > 0) text += characters;
    },
    close(name) {
      if (tags.skipped.has(name)) skipping -= 1;
      if (tags.text.has(name)) inText -= 1;
      if (tags.cell.has(name)) cells -= 1;
      if (skipping > 0) return;
      if (tags.paragraph.has(name)) text += cells > 0 ? ' ' : '\n';
      if (tags.cell.has(name)) text = text.trimEnd() + cellGap;
      if (tags.row.has(name)) text = `${text.trimEnd()}\n`;
    },
  });
  return text;
}
