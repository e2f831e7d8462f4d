/** A text with one kind of line break: mails bring CRLF, pages are joined with form feeds. */
export function plainText(text: string): string {
  return text.replace(/\r\n?|\f/g, '\n');
}
