import type { OpenedDocument } from '@mailroom/core';
import { badDocument } from './bad-document.ts';
import { openImage } from './image/open-image.ts';
import type { OpenLimits } from './limits.ts';
import { openMail } from './mail/open-mail.ts';
import { nameOfMediaType } from './media-type-names.ts';
import { isEncryptedOffice, isOffice, openOffice } from './office/open-office.ts';
import { rtfText } from './office/rtf-text.ts';
import { openText, openWords } from './open-text.ts';
import { openPdf } from './pdf/open-pdf.ts';
import { sniffMediaType } from './sniff-media-type.ts';
import { openTiff } from './tiff/open-tiff.ts';
import { openTnef } from './tnef/open-tnef.ts';

/** What a document within a document shares with the outermost. */
export interface Nesting {
  readonly limits: OpenLimits;
  /** 0 for the file itself, 1 for an attachment of a mail, and so on. */
  readonly depth: number;
  readonly attachmentsLeft: { count: number };
}

/** Opens a file or an attachment by what its bytes are. */
export async function openNested(bytes: Buffer, nesting: Nesting): Promise<OpenedDocument> {
  const { limits } = nesting;
  const mediaType = sniffMediaType(bytes);
  switch (mediaType) {
    case 'application/x-empty':
      throw badDocument.empty();
    case 'application/pdf':
      return await openPdf(bytes, limits);
    case 'image/tiff':
      return await openTiff(bytes, limits);
    case 'message/rfc822':
      return await openMail(bytes, nesting, openNested);
    case 'text/plain':
    case 'text/html':
      return openText(bytes, mediaType, limits);
    case 'application/ms-tnef':
      return await openTnef(bytes, nesting, openNested);
    case 'application/rtf':
      return openWords(rtfText(bytes), mediaType, limits);
    case 'application/x-ole-storage':
      throw isEncryptedOffice(bytes)
        ? badDocument.encrypted()
        : badDocument.unsupported(nameOfMediaType(mediaType));
    default:
      if (isOffice(mediaType)) return await openOffice(bytes, mediaType, nesting, openNested);
      // A drawing may fetch files and be of any size: it is not opened.
      if (mediaType.startsWith('image/') && mediaType !== 'image/svg+xml')
        return await openImage(bytes, mediaType, limits);
      throw badDocument.unsupported(nameOfMediaType(mediaType));
  }
}
