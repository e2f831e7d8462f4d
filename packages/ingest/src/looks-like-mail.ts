/**
 * Whether the bytes begin with the header of an Internet message (RFC 5322): header lines up to
 * the first empty line or the end of the sample, at least one of them a name that only mail uses.
 */
export function looksLikeMail(bytes: Buffer): boolean {
  const start = bytes
    .toString('latin1', 0, 65_536)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  const lines = start.split(/\r?\n/, 40);
  let known = 0;
  let sure = false;
  for (const [index, line] of lines.entries()) {
    if (line === '') break;
    if (index === 0 && /^From \S/.test(line)) continue;
    if (index > 0 && /^[ \t]/.test(line)) continue;
    const name = /^([!-9;-~]+)[ \t]*:/.exec(line)?.[1];
    // A damaged header line does not make a mail something else, once we know that it is one.
    if (name === undefined) return sure || known >= 2;
    if (mailHeaders.has(name.toLowerCase())) known += 1;
    sure ||= transportHeaders.has(name.toLowerCase());
  }
  return known > 0;
}

/** Nobody types these. */
const transportHeaders = new Set(['received', 'return-path', 'delivered-to', 'message-id', 'mime-version']);

const mailHeaders = new Set([
  ...transportHeaders,
  'content-type',
  'content-transfer-encoding',
  'from',
  'to',
  'cc',
  'reply-to',
  'sender',
  'subject',
  'date',
  'x-mailer',
  'x-originating-ip',
  'dkim-signature',
  'arc-seal',
]);
