import type { Found, Reading } from '@mailroom/database';
import { doubtFaxPages, readFaxHeader } from '@mailroom/indexer';

type Read = Pick<Found, 'doubt'> & { readonly reading: Reading };

/** What the header lines of a fax add: who sent it, and pages that did not arrive, which go before other doubts. */
export function withFaxHeaders({ reading, doubt }: Read): Read {
  const texts = reading.pages.map(({ text }) => text);
  const sender = readFaxHeader(texts[0] ?? '')?.senderNumber;
  return { reading: { ...reading, sender }, doubt: doubtFaxPages(texts) ?? doubt };
}
