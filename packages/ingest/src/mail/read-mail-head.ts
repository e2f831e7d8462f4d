import { createHash } from 'node:crypto';
import { parseMail } from './parse-mail.ts';

/** What the header of a mail says, as far as taking it in depends on it. */
export interface MailHead {
  /** The address in From, lower case. */
  readonly from?: string;
  /** The name beside it. */
  readonly fromName?: string;
  readonly subject?: string;
  readonly messageId?: string;
  /** How many containers of parts it holds, one in the other or side by side. */
  readonly containers: number;
  /** How many servers it has passed. */
  readonly receivedCount: number;
  /** "no", "auto-replied", ... (RFC 3834), lower case. */
  readonly autoSubmitted: string;
  /** Values of our own header: mailrooms that have sent this mail. */
  readonly sentBy: readonly string[];
  /** The same for every copy of the mail, whichever way it came. Only a mail with a Message-ID has one. */
  readonly contentKey?: string;
}

/** The header that every mail of a mailroom carries, with the name of its listener, so that it never takes in its own. */
export const ownHeader = 'x-mailroom-sent-by';

/** Postfix cuts at less (header_size_limit); the rest of such a mail counts as body. */
const longestHeadBytes = 128 * 1024;

/** Reads the header only: the body is opened later, in a child process. */
export async function readMailHead(bytes: Buffer): Promise<MailHead> {
  const end = headEnd(bytes);
  const head = bytes.subarray(0, end);
  const { headerLines, from, subject, messageId } = await parseMail(Buffer.concat([head, blankLine]));
  const values = (name: string) =>
    headerLines.filter(({ key }) => key === name).map(({ line }) => line.slice(line.indexOf(':') + 1).trim());
  const { address, name } = from?.value[0] ?? {};
  return {
    ...(address ? { from: plain(address).toLowerCase() } : {}),
    ...(name ? { fromName: plain(name) } : {}),
    ...(subject ? { subject: plain(subject) } : {}),
    ...(messageId ? { messageId: plain(messageId), contentKey: keyOf(messageId, bytes.subarray(end)) } : {}),
    containers: countContainers(bytes),
    receivedCount: values('received').length,
    autoSubmitted: (values('auto-submitted')[0] ?? 'no').toLowerCase().replace(/[;\s(].*$/s, ''),
    sentBy: values(ownHeader),
  };
}

function countContainers(bytes: Buffer): number {
  return [...bytes.toString('latin1').matchAll(/^content-type:\s*multipart\//gim)].length;
}

const blankLine = Buffer.from('\r\n\r\n');

function headEnd(bytes: Buffer): number {
  const ends = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n')].filter((at) => at >= 0);
  return Math.min(bytes.length, longestHeadBytes, ...ends);
}

/** Message-IDs alone prove nothing: broken programs use one for many mails. With the same body it is the same mail. */
function keyOf(messageId: string, body: Buffer): string {
  return `mail:${createHash('sha256').update(`${messageId}\0`).update(body).digest('hex')}`;
}

/** One line without control characters, at most 500 characters. */
function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 500);
}
