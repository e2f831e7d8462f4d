import { expect, test } from 'vitest';
import { sniffMediaType } from './sniff-media-type.ts';

const cases: readonly (readonly [string, string])[] = [
  ['application/x-empty', ''],
  ['application/pdf', '%PDF-1.7\n'],
  ['application/pdf', '\n\nX-Scanner: 7\n%PDF-1.4\n'],
  ['application/pdf', '%\xe2\xe3\n1 0 obj <</Type /Catalog>> endobj\nstartxref\n9\n%%EOF'],
  ['image/tiff', 'II*\0\x08\0\0\0'],
  ['image/tiff', 'MM\0*\0\0\0\x08'],
  ['image/jpeg', '\xff\xd8\xff\xe0'],
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/webp', 'RIFF\x10\0\0\0WEBPVP8 '],
  ['image/heic', '\0\0\0\x18ftypheic'],
  ['application/x-dosexec', 'MZ\x90\0'],
  ['application/zip', 'PK\x03\x04\x14\0\0\0letter.txt'],
  [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'PK\x03\x04\x14\0[Content_Types].xml..word/document.xml',
  ],
  [
    'application/vnd.oasis.opendocument.text',
    'PK\x03\x04\x14\0\0\0mimetypeapplication/vnd.oasis.opendocument.textPK\x03\x04',
  ],
  ['message/rfc822', 'From: a@example.com\r\nSubject: Kündigung\r\n\r\nHallo'],
  ['message/rfc822', 'Received: from x\r\n damaged line below\r\nnot a header\r\n'],
  ['text/html', '<!DOCTYPE html><html></html>'],
  ['text/plain', 'Sehr geehrte Damen und Herren,\n\nhiermit kündige ich.\n'],
  ['text/plain', 'Betreff: Kündigung\nKundennummer: 4711\n\nhiermit kündige ich.\n'],
  ['application/octet-stream', '\x01\x02\x03\0\xfe\x80'],
];

test.each(cases)('a %s is known by its bytes (%#)', (mediaType, content) => {
  expect(sniffMediaType(Buffer.from(content, 'latin1'))).toBe(mediaType);
});
