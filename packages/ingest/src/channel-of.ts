import type { Channel, ImagePage, OpenedPage } from '@mailroom/core';
import type { SideFile } from './side-file.ts';

/** What of the first page tells a fax. */
export type ChannelFacts = OpenedPage | Pick<ImagePage, 'kind' | 'xDpi'>;

/** How a document came in: the side file says, else a mail is an email, a TIFF of 204 dpi a fax, the rest letters. */
export function channelOf(
  mediaType: string,
  firstPage: ChannelFacts | undefined,
  sideFile: SideFile | undefined,
): Channel {
  if (sideFile?.channel) return sideFile.channel;
  if (mediaType === 'message/rfc822') return 'email';
  const isFax =
    mediaType === 'image/tiff' && firstPage?.kind === 'image' && faxDpi.has(Math.round(firstPage.xDpi));
  return isFax ? 'fax' : 'letter';
}

/** 8.04 dots per millimetre is 204.2; writers round either way. */
const faxDpi = new Set([203, 204, 205]);
