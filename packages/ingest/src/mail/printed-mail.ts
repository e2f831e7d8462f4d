import type { ParsedMail } from 'mailparser';
import { htmlText } from '../html-text.ts';

/** A mail as it would be printed: who, about what, when, and the text. The subject often says all there is. */
export function printedMail(mail: ParsedMail, words: string): string {
  const sentAt = sentAtOf(mail);
  const head = [
    mail.from?.text ? `Von: ${oneLine(mail.from.text)}` : '',
    mail.subject ? `Betreff: ${oneLine(mail.subject)}` : '',
    sentAt ? `Datum: ${germanTime(sentAt)}` : '',
  ].filter((line) => line !== '');
  return `${head.join('\n')}\n\n${words}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 500);
}

function germanTime(at: Date): string {
  return at.toLocaleString('de-DE', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Berlin' });
}

/**
 * What the sender wrote. Mail programs send text and HTML of the same words; where the text is only a hint that
 * there is HTML, or one part of several, the HTML says more.
 */
export function wordsOf(mail: ParsedMail): string {
  const text = (mail.text ?? '').trim();
  const html = mail.html ? htmlText(mail.html).trim() : '';
  return text === '' || html.length > 2 * text.length + 40 ? html : text;
}

/** The Date header. mailparser puts the present time in place of one it cannot read; that is nobody's word. */
export function sentAtOf(mail: ParsedMail): Date | undefined {
  const line = mail.headerLines.find(({ key }) => key === 'date')?.line ?? '';
  const at = new Date(line.slice(line.indexOf(':') + 1));
  return Number.isNaN(at.getTime()) ? undefined : at;
}
