import { BadDocumentError, type OpenedDocument, type OpenedPage } from '@mailroom/core';
import { type Attachment, type ParsedMail, simpleParser } from 'mailparser';
import { badDocument } from '../bad-document.ts';
import type { Nesting } from '../open-nested.ts';
import { typesetText } from '../typeset-text.ts';
import { isDecoration } from './is-decoration.ts';
import { printedMail, sentAtOf, wordsOf } from './printed-mail.ts';

type Open = (bytes: Buffer, nesting: Nesting) => Promise<OpenedDocument>;

/**
 * Opens a mail: its text as it would be printed, then every attachment that can be opened, nested mails too.
 * What is left out stands in `notes`. Throws BadDocumentError: nothing to read, too many pages.
 */
export async function openMail(bytes: Buffer, nesting: Nesting, open: Open): Promise<OpenedDocument> {
  const mail = await parse(bytes);
  const notes: string[] = [];
  const words = wordsOf(mail);
  const printed = printedMail(mail, words);
  const body = printed.trim() === '' ? [] : typesetText(printed);
  const attached = await openAttachments(mail.attachments, nesting, open, notes);
  if (attached.length === 0 && !/[\p{L}\p{N}]/u.test(`${mail.subject ?? ''}${words}`))
    throw badDocument.mailWithoutContent();
  const pageCount = attached.reduce((sum, { document }) => sum + document.pageCount, body.length);
  const { maxPages } = nesting.limits;
  if (pageCount > maxPages) throw badDocument.tooManyPages(pageCount, maxPages);
  return {
    mediaType: 'message/rfc822',
    pageCount,
    pages: () => pagesOf(body, attached, notes),
    mail: factsOf(mail),
    notes,
  };
}

async function parse(bytes: Buffer): Promise<ParsedMail> {
  try {
    return await simpleParser(bytes, { skipHtmlToText: true, skipTextToHtml: true, keepCidLinks: true });
  } catch (error) {
    throw badDocument.damaged('Die E-Mail', error);
  }
}

function factsOf(mail: ParsedMail) {
  const from = mail.from?.value[0]?.address;
  const sentAt = sentAtOf(mail);
  return {
    ...(from ? { from } : {}),
    ...(mail.subject ? { subject: mail.subject } : {}),
    ...(sentAt ? { sentAt } : {}),
  };
}

interface Attached {
  readonly name: string;
  readonly document: OpenedDocument;
}

async function openAttachments(
  attachments: readonly Attachment[],
  nesting: Nesting,
  open: Open,
  notes: string[],
): Promise<Attached[]> {
  const attached: Attached[] = [];
  for (const [index, attachment] of attachments.entries()) {
    const name = attachment.filename?.slice(0, 100) ?? `Anlage ${index + 1}`;
    if (await isDecoration(attachment)) continue;
    if (nesting.depth >= nesting.limits.maxDepth) {
      notes.push(`Anlage „${name}“ wurde nicht geöffnet: Die E-Mail ist zu tief verschachtelt.`);
    } else if (nesting.attachmentsLeft.count === 0) {
      notes.push(`Anlage „${name}“ wurde nicht geöffnet: Die E-Mail hat zu viele Anlagen.`);
    } else {
      nesting.attachmentsLeft.count -= 1;
      const opened = await tryOpen(attachment, name, { ...nesting, depth: nesting.depth + 1 }, open, notes);
      if (opened) attached.push(opened);
    }
  }
  return attached;
}

async function tryOpen(
  { content }: Attachment,
  name: string,
  nesting: Nesting,
  open: Open,
  notes: string[],
): Promise<Attached | undefined> {
  try {
    const document = await open(content, nesting);
    notes.push(...document.notes.map((note) => `Anlage „${name}“: ${note}`));
    return { name, document };
  } catch (error) {
    if (!(error instanceof BadDocumentError)) throw error;
    notes.push(leftOut(name, error));
    return undefined;
  }
}

function leftOut(name: string, error: BadDocumentError): string {
  return `Anlage „${name}“ wurde nicht gelesen: ${error.message}`;
}

async function* pagesOf(
  body: readonly OpenedPage[],
  attached: readonly Attached[],
  notes: string[],
): AsyncGenerator<OpenedPage> {
  yield* body;
  let before = body.length;
  for (const { name, document } of attached) {
    for await (const page of attachedPages(name, document, notes))
      yield { ...page, number: before + page.number };
    before += document.pageCount;
  }
}

/** An attachment none of whose pages can be shown is noted; the rest of the mail goes on. */
async function* attachedPages(
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
