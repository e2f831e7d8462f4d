import { createHash } from 'node:crypto';
import { civilDate, defaultCalendar } from '@mailroom/core';
import type { Registration } from '@mailroom/database';
import type { Attachment } from 'mailparser';
import { matchesAddress } from '../mail/matches-address.ts';
import { parseMail } from '../mail/parse-mail.ts';
import type { MailHead } from '../mail/read-mail-head.ts';
import type { MailIntake, ReceivedMail } from '../mail/take-mail.ts';
import { sniffMediaType } from '../sniff-media-type.ts';
import { doubtFax } from './doubt-fax.ts';
import { readFaxTags } from './read-fax-tags.ts';
import { type GatewayFacts, readGatewayText } from './read-gateway-text.ts';

/** A mail in which a gateway delivers what it received by fax. */
export interface GatewayMail extends GatewayFacts {
  readonly faxes: readonly {
    readonly fileName: string;
    readonly bytes: Buffer;
    readonly mediaType: string;
  }[];
}

/**
 * Gateways in common use in Germany. They send invoices and news as well, so the subject must speak of a fax; the
 * senders that the operator names need not.
 */
const commonGateways = /[@.](?:sipgate|simple-fax|placetel|easybell|fax|nfon)\.(?:de|net|com)$/;
const fritzBox = /fritz!?box/i;
const speaksOfFax = /fax/i;

/** The faxes of a gateway's mail, with what it says about them; undefined for every other mail. */
export async function readGatewayMail(
  { bytes, head, receivedAt }: Pick<ReceivedMail, 'bytes' | 'head' | 'receivedAt'>,
  gateways: readonly string[],
): Promise<GatewayMail | undefined> {
  if (!isGateway(head, gateways)) return undefined;
  const mail = await parseMail(bytes, { skipTextToHtml: true }).catch(() => undefined); // opening it says why
  const faxes = mail ? faxesAmong(mail.attachments) : [];
  if (!mail || faxes.length === 0) return undefined;
  return { faxes, ...readGatewayText(`${mail.subject ?? ''}\n${mail.text ?? ''}`, receivedAt) };
}

function isGateway(
  { from = '', fromName = '', subject = '' }: MailHead,
  gateways: readonly string[],
): boolean {
  if (matchesAddress(gateways, from)) return true;
  return speaksOfFax.test(subject) && (commonGateways.test(from) || fritzBox.test(`${fromName} ${subject}`));
}

/** Some gateways attach a fax twice; the TIFF is what came over the line. */
function faxesAmong(attachments: readonly Attachment[]): GatewayMail['faxes'] {
  const known = attachments.map(({ content, filename }, index) => ({
    fileName: filename ?? `Fax ${index + 1}`,
    bytes: content,
    mediaType: sniffMediaType(content),
  }));
  const tiffs = known.filter(({ mediaType }) => mediaType === 'image/tiff');
  return tiffs.length > 0 ? tiffs : known.filter(({ mediaType }) => mediaType === 'application/pdf');
}

/** Each fax becomes a document; the mail around it is kept beside. Returns the registration of the first. */
export async function takeGatewayFaxes(
  { faxes, sentAt, announcedPages, ...said }: GatewayMail,
  mail: ReceivedMail,
  { intake, priority }: MailIntake,
): Promise<Registration> {
  const receivedAt = sentAt ?? mail.receivedAt;
  const name = `fax ${said.calledNumber ?? mail.head.from} ${civilDate(receivedAt, defaultCalendar)}`;
  const batchId = await intake.openBatch({ name, source: 'fax', receivedAt });
  // Of several faxes nobody knows which one the number is about.
  const announced = faxes.length === 1 && announcedPages !== undefined ? { announcedPages } : {};
  const facts = { ...mail.facts, ...said, ...announced, mail: await intake.keep(mail.bytes) };
  const digest = createHash('sha256').update(mail.bytes).digest('hex');
  const { contentKey } = mail.head;
  let registration: Registration | undefined;
  for (const [index, { fileName, bytes, mediaType }] of faxes.entries()) {
    const taken = await intake.take({
      ...{ batchId, path: `${digest} ${index + 1}`, fileName, bytes, mediaType, channel: 'fax', receivedAt },
      ...{ priority, modifiedMs: receivedAt.getTime(), sender: said.callerNumber ?? mail.head.from, facts },
      contentKey: contentKey && `${contentKey} ${index + 1}`,
      doubt: doubtOf(bytes, mediaType, announced.announcedPages),
    });
    registration ??= taken;
  }
  if (!registration) throw new RangeError('a gateway mail without a fax');
  return registration;
}

/** The pages of a PDF are counted when it is read. */
function doubtOf(bytes: Buffer, mediaType: string, announced = 0): string | undefined {
  if (mediaType !== 'image/tiff') return undefined;
  const { pages } = readFaxTags(bytes);
  return doubtFax(
    pages.map((page) => ({ ...page, announced: Math.max(announced, page.announced) })),
    '',
  );
}
