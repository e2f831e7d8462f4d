import type { ParsedMail, SimpleParserOptions } from 'mailparser';

/** The parser is large, and most processes never meet a mail: it is loaded with the first one. */
export async function parseMail(bytes: Buffer, options?: SimpleParserOptions): Promise<ParsedMail> {
  const { simpleParser } = await import('mailparser');
  return simpleParser(bytes, options);
}
