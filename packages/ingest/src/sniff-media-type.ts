import { looksLikeMail } from './looks-like-mail.ts';
import { looksLikeText } from './looks-like-text.ts';
import { sniffZip } from './sniff-zip.ts';

/**
 * What a file is by its content; its name says nothing. Empty bytes are `application/x-empty`,
 * what nobody knows is `application/octet-stream`.
 */
export function sniffMediaType(bytes: Buffer): string {
  if (bytes.length === 0) return 'application/x-empty';
  const known = signatures.find((signature) => signature.matches(bytes));
  if (known) return known.mediaType;
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return sniffZip(bytes);
  if (looksLikePdf(bytes)) return 'application/pdf';
  if (looksLikeMail(bytes)) return 'message/rfc822';
  const markup = markupOf(bytes);
  if (markup) return markup;
  if (looksLikeText(bytes)) return 'text/plain';
  return 'application/octet-stream';
}

interface Signature {
  readonly mediaType: string;
  matches(bytes: Buffer): boolean;
}

const starting = (mediaType: string, ...starts: readonly string[]): Signature => ({
  mediaType,
  matches: (bytes) => starts.some((start) => startsWith(bytes, start)),
});

const signatures: readonly Signature[] = [
  starting('application/pdf', '%PDF-'),
  starting('image/tiff', 'II*\0', 'MM\0*', 'II+\0', 'MM\0+'),
  starting('image/jpeg', '\xff\xd8\xff'),
  starting('image/png', '\x89PNG\r\n\x1a\n'),
  starting('image/gif', 'GIF87a', 'GIF89a'),
  { mediaType: 'image/webp', matches: (bytes) => startsWith(bytes, 'RIFF') && hasAt(bytes, 8, 'WEBP') },
  {
    mediaType: 'image/bmp',
    matches: (bytes) => startsWith(bytes, 'BM') && bytes.length > 26 && hasNul(bytes),
  },
  { mediaType: 'image/avif', matches: (bytes) => brandOf(bytes).startsWith('avi') },
  {
    mediaType: 'image/heic',
    matches: (bytes) => ['heic', 'heix', 'hevc', 'heim', 'mif1', 'msf1'].includes(brandOf(bytes)),
  },
  { mediaType: 'video/mp4', matches: (bytes) => brandOf(bytes) !== '' },
  starting('image/jp2', '\0\0\0\x0cjP  \r\n\x87\n', '\xff\x4f\xff\x51'),
  starting('image/jxl', '\xff\x0a', '\0\0\0\x0cJXL '),
  starting('image/x-jbig2', '\x97JB2\r\n\x1a\n'),
  starting('application/x-ole-storage', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
  starting('application/rtf', '{\\rtf'),
  starting('application/ms-tnef', '\x78\x9f\x3e\x22'),
  starting('application/postscript', '%!PS', '\x04%!PS'),
  starting('application/x-dosexec', 'MZ'),
  starting('application/x-executable', '\x7fELF', '\xcf\xfa\xed\xfe', '#!'),
  starting('application/gzip', '\x1f\x8b'),
  starting('application/x-7z-compressed', "7z\xbc\xaf'\x1c"),
  starting('application/vnd.rar', 'Rar!\x1a\x07'),
  starting('application/x-bzip2', 'BZh'),
  starting('audio/mpeg', 'ID3', '\xff\xfb'),
  starting('audio/ogg', 'OggS'),
  starting('audio/wav', 'RIFF'),
];

function startsWith(bytes: Buffer, start: string): boolean {
  return hasAt(bytes, 0, start);
}

function hasAt(bytes: Buffer, offset: number, text: string): boolean {
  return bytes.toString('latin1', offset, offset + text.length) === text;
}

function hasNul(bytes: Buffer): boolean {
  return bytes.subarray(0, 26).includes(0);
}

/** The major brand of an ISO media file (HEIC, AVIF, MP4), or ''. */
function brandOf(bytes: Buffer): string {
  return hasAt(bytes, 4, 'ftyp') ? bytes.toString('latin1', 8, 12) : '';
}

/**
 * Readers accept a header anywhere in the first 1024 bytes (ISO 32000-1, annex H.3.4.1). Without any, objects
 * at the start and a table of contents at the end still tell a PDF.
 */
function looksLikePdf(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 1024);
  const isBody = /^\s*(?:%[^\n]*\n\s*)*\d+ \d+ obj\b/.test(start);
  return start.includes('%PDF-') || (isBody && bytes.subarray(-2048).includes('startxref'));
}

function markupOf(bytes: Buffer): string | undefined {
  const start = bytes
    .toString('latin1', 0, 1024)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  if (/^<(?:!doctype html|html|head|body)\b/.test(start)) return 'text/html';
  if (/^<svg\b/.test(start)) return 'image/svg+xml';
  if (!start.startsWith('<?xml')) return undefined;
  return start.includes('<html') ? 'text/html' : 'text/xml';
}
