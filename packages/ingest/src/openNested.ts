import type { OpenedDocument } from '@mailroom/core';
import { badDocument } from './badDocument.ts';
import { openImage } from './image/openImage.ts';
import type { OpenLimits } from './limits.ts';
import { openMail } from './mail/openMail.ts';
import { nameOfMediaType } from './mediaTypeNames.ts';
import { openText } from './openText.ts';
import { openPdf } from './pdf/openPdf.ts';
import { sniffMediaType } from './sniffMediaType.ts';
import { openTiff } from './tiff/openTiff.ts';

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
      return openText(bytes, limits);
    default:
      if (mediaType.startsWith('image/')) return await openImage(bytes, mediaType, limits);
      throw badDocument.unsupported(nameOfMediaType(mediaType));
  }
}
