import type { OpenedDocument } from '@mailroom/core';
import type { ParsedMail } from 'mailparser';
import { badDocument } from '../bad-document.ts';
import { countPages, type Enclosure, type Open, openEnclosures, pagesWith } from '../enclosures.ts';
import type { Nesting } from '../open-nested.ts';
import { typesetText } from '../typeset-text.ts';
import { isDecoration } from './is-decoration.ts';
import { parseMail } from './parse-mail.ts';
import { printedMail, sentAtOf, wordsOf } from './printed-mail.ts';
import { unwrapTnef } from './unwrap-tnef.ts';

/**
 * Opens a mail: its text as it would be printed, then every attachment that can be opened, nested mails too.
 * What is left out stands in `notes`. Throws BadDocumentError: nothing to read, too many pages.
 */
export async function openMail(bytes: Buffer, nesting: Nesting, open: Open): Promise<OpenedDocument> {
  const mail = await parse(bytes);
  const notes: string[] = [];
  const wrapped = await unwrapTnef(await attachmentsOf(mail));
  const words = wordsOf(mail) || wrapped.words;
  const printed = printedMail(mail, words);
  const body = printed.trim() === '' ? [] : typesetText(printed);
  const enclosed = await openEnclosures(wrapped.enclosures, nesting, open, notes);
  if (enclosed.length === 0 && !/[\p{L}\p{N}]/u.test(`${mail.subject ?? ''}${words}`))
    throw badDocument.mailWithoutContent();
  const pageCount = countPages(body, enclosed);
  const { maxPages } = nesting.limits;
  if (pageCount > maxPages) throw badDocument.tooManyPages(pageCount, maxPages);
  return {
    mediaType: 'message/rfc822',
    pageCount,
    pages: () => pagesWith(body, enclosed, notes),
    mail: factsOf(mail),
    notes,
  };
}

async function parse(bytes: Buffer): Promise<ParsedMail> {
  try {
    return await parseMail(bytes, { skipHtmlToText: true, skipTextToHtml: true, keepCidLinks: true });
  } catch (error) {
    throw badDocument.damaged('Die E-Mail', error);
  }
}

async function attachmentsOf({ attachments }: ParsedMail): Promise<Enclosure[]> {
  const enclosures: Enclosure[] = [];
  for (const [index, attachment] of attachments.entries()) {
    const { filename, content, contentType, related, contentDisposition, cid } = attachment;
    const inline = related || contentDisposition === 'inline' || Boolean(cid);
    if (await isDecoration({ content, contentType, inline })) continue;
    enclosures.push({ name: filename?.slice(0, 100) ?? `Anlage ${index + 1}`, content });
  }
  return enclosures;
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
