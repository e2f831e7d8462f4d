import { BadDocumentError, type OpenedDocument, type OpenedPage } from '@mailroom/core';
import { isDecoration } from './mail/is-decoration.ts';
import type { Nesting } from './open-nested.ts';

/** A file within a document: the attachment of a mail, the picture in a text document. */
export interface Enclosure {
  readonly name: string;
  readonly content: Buffer;
}

export interface Enclosed {
  readonly name: string;
  readonly document: OpenedDocument;
}

export type Open = (bytes: Buffer, nesting: Nesting) => Promise<OpenedDocument>;

/** Without the logos and icons of formats that do not say which pictures belong to the text. */
export async function worthOpening(enclosures: readonly Enclosure[]): Promise<Enclosure[]> {
  const decorations = await Promise.all(
    enclosures.map(({ content }) => isDecoration({ content, inline: true })),
  );
  return enclosures.filter((_, index) => !decorations[index]);
}

/** Opens what can be opened; what cannot, or is too deep or too much, stands in `notes` with its reason. */
export async function openEnclosures(
  enclosures: readonly Enclosure[],
  nesting: Nesting,
  open: Open,
  notes: string[],
): Promise<Enclosed[]> {
  const enclosed: Enclosed[] = [];
  for (const { name, content } of enclosures) {
    if (nesting.depth >= nesting.limits.maxDepth) {
      notes.push(`Anlage „${name}“ wurde nicht geöffnet: Die E-Mail ist zu tief verschachtelt.`);
    } else if (nesting.attachmentsLeft.count === 0) {
      notes.push(`Anlage „${name}“ wurde nicht geöffnet: Die E-Mail hat zu viele Anlagen.`);
    } else {
      nesting.attachmentsLeft.count -= 1;
      const document = await tryOpen(name, content, { ...nesting, depth: nesting.depth + 1 }, open, notes);
      if (document) enclosed.push({ name, document });
    }
  }
  return enclosed;
}

async function tryOpen(
  name: string,
  content: Buffer,
  nesting: Nesting,
  open: Open,
  notes: string[],
): Promise<OpenedDocument | undefined> {
  try {
    const document = await open(content, nesting);
    notes.push(...document.notes.map((note) => `Anlage „${name}“: ${note}`));
    return document;
  } catch (error) {
    if (!(error instanceof BadDocumentError)) throw error;
    notes.push(leftOut(name, error));
    return undefined;
  }
}

function leftOut(name: string, error: BadDocumentError): string {
  return `Anlage „${name}“ wurde nicht gelesen: ${error.message}`;
}

export function countPages(body: readonly OpenedPage[], enclosed: readonly Enclosed[]): number {
  return enclosed.reduce((sum, { document }) => sum + document.pageCount, body.length);
}

/** The pages of the document itself, then those of its enclosures, numbered through. */
export async function* pagesWith(
  body: readonly OpenedPage[],
  enclosed: readonly Enclosed[],
  notes: string[],
): AsyncGenerator<OpenedPage> {
  yield* body;
  let before = body.length;
  for (const { name, document } of enclosed) {
    for await (const page of enclosedPages(name, document, notes))
      yield { ...page, number: before + page.number };
    before += document.pageCount;
  }
}

/** An enclosure none of whose pages can be shown is noted; the rest of the document goes on. */
async function* enclosedPages(
  name: string,
  document: OpenedDocument,
  notes: string[],
): AsyncGenerator<OpenedPage> {
  try {
    yield* document.pages();
  } catch (error) {
    if (!(error instanceof BadDocumentError)) throw error;
    const note = leftOut(name, error);
    if (!notes.includes(note)) notes.push(note);
  }
}
