import { writeZip } from '../../fixtures/src/containers/write-zip.ts';

interface Enclosed {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A zip in a zip in a zip ..., under names that lead out of any folder. */
export function nestedZip({ name, bytes }: Enclosed, depth: number): Buffer {
  const zip = writeZip([{ name: `../../${name}`, content: bytes }]);
  return depth <= 1 ? zip : nestedZip({ name: 'inner.zip', bytes: zip }, depth - 1);
}

/** A mail in a mail in a mail ..., the file attached to the innermost. */
export function nestedMail({ name, bytes }: Enclosed, depth: number): Buffer {
  const type = name.endsWith('.eml') ? 'message/rfc822' : 'application/octet-stream';
  const mail = Buffer.concat([
    Buffer.from(
      [
        'From: a@example.org',
        'Subject: Anlage',
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        `Content-Type: ${type}`,
        `Content-Disposition: attachment; filename="../../${name.replace(/[^\w.]/g, '')}"`,
        'Content-Transfer-Encoding: base64',
        '',
        bytes.toString('base64').replace(/.{76}/g, '$&\r\n'),
        '--b--',
        '',
      ].join('\r\n'),
      'latin1',
    ),
  ]);
  return depth <= 1 ? mail : nestedMail({ name: 'inner.eml', bytes: mail }, depth - 1);
}
