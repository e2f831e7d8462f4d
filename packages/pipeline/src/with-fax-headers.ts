import { fewerPages } from '@mailroom/core';
import type { Found, Reading } from '@mailroom/database';
import { doubtFaxPages, readFaxHeader } from '@mailroom/indexer';

type Read = Pick<Found, 'doubt'> & { readonly reading: Reading };

/**
 * What the header lines of a fax add: who sent it and when, and pages that did not arrive, which go before other doubts.
 * `announced` is how many pages its gateway or the line spoke of.
 */
export function withFaxHeaders({ reading, doubt }: Read, announced = 0): Read {
  const texts = reading.pages.map(({ text }) => text);
  const { senderNumber: sender, sentAt, pageCount } = readFaxHeader(texts[0] ?? '') ?? {};
  const faxHeader = {
    ...(sentAt ? { headerSentAt: sentAt.toISOString() } : {}),
    ...(pageCount ? { headerPages: pageCount } : {}),
  };
  const missing = doubtFaxPages(texts) ?? fewerPages(texts.length, announced);
  return { reading: { ...reading, sender, faxHeader }, doubt: missing ?? doubt };
}
