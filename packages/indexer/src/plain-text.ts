/**
 * A text with one kind of line break (mails bring CRLF, pages are joined with form feeds) and no long runs of empty
 * lines, in which every search for something at the start of a line would begin again at each of them.
 */
export function plainText(text: string): string {
  return text.replace(/\r\n?|\f/g, '\n').replace(/\n[^\S\n]*(?:\n[^\S\n]*){3,}/g, '\n\n\n');
}
