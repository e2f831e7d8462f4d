import { BadDocumentError } from '@mailroom/core';
import { type Enclosure, worthOpening } from '../enclosures.ts';
import { sniffMediaType } from '../sniff-media-type.ts';
import { readTnef } from '../tnef/read-tnef.ts';

/**
 * Puts what Outlook packed into a winmail.dat in its place: the text, for a mail that has none of its own, and the
 * attachments. One that is broken stays as it is, and opening it says why.
 */
export async function unwrapTnef(attachments: readonly Enclosure[]): Promise<{
  readonly words: string;
  readonly enclosures: readonly Enclosure[];
}> {
  let words = '';
  const enclosures: Enclosure[] = [];
  for (const attachment of attachments) {
    const unwrapped = tryRead(attachment.content);
    words ||= unwrapped?.text ?? '';
    enclosures.push(...(unwrapped ? await worthOpening(unwrapped.attachments) : [attachment]));
  }
  return { words, enclosures };
}

function tryRead(content: Buffer) {
  if (sniffMediaType(content) !== 'application/ms-tnef') return undefined;
  try {
    return readTnef(content);
  } catch (error) {
    if (error instanceof BadDocumentError) return undefined;
    throw error;
  }
}
