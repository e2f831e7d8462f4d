import { badDocument } from '../bad-document.ts';
import { decodeText } from '../decode-text.ts';
import type { Enclosure } from '../enclosures.ts';
import { htmlText } from '../html-text.ts';
import { rtfText } from '../office/rtf-text.ts';
import { expandRtf } from './expand-rtf.ts';
import { type MapiProperties, mapiTag, readMapiProperties } from './read-mapi-properties.ts';

/** What a winmail.dat holds. */
export interface TnefMessage {
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly Enclosure[];
}

const headerLength = 6;
/** Level, identifier, length, and the checksum behind the data. */
const attributeFrame = 11;
const attribute = {
  subject: 0x8004,
  body: 0x800c,
  messageProperties: 0x9003,
  attachmentBegins: 0x9002,
  attachmentTitle: 0x8010,
  attachmentData: 0x800f,
  attachmentProperties: 0x9005,
};

interface Part {
  title: string;
  data: Buffer;
  properties: MapiProperties;
}

/**
 * Reads Outlook's own packing of a mail ([MS-OXTNEF]). A message within it is an attachment that is TNEF again.
 * Throws BadDocumentError when it is cut off or holds nothing.
 */
export function readTnef(bytes: Buffer): TnefMessage {
  const parts: Part[] = [];
  const found = { subject: '', body: '', properties: new Map() as MapiProperties };
  for (const { id, data } of attributesOf(bytes)) {
    if (id === attribute.attachmentBegins)
      parts.push({ title: '', data: Buffer.alloc(0), properties: new Map() });
    const part = parts.at(-1);
    if (id === attribute.subject) found.subject = ansi(data);
    if (id === attribute.body) found.body = ansi(data);
    if (id === attribute.messageProperties) found.properties = readMapiProperties(data);
    if (part && id === attribute.attachmentTitle) part.title = ansi(data);
    if (part && id === attribute.attachmentData) part.data = data;
    if (part && id === attribute.attachmentProperties) part.properties = readMapiProperties(data);
  }
  const text = textOf(found.properties) || found.body.trim();
  const attachments = parts.map(enclosureOf).filter(({ content }) => content.length > 0);
  const subject = found.properties.get(mapiTag.subject)?.toString() ?? found.subject;
  if (text === '' && attachments.length === 0 && subject === '') throw damaged();
  return { subject, text, attachments };
}

function* attributesOf(bytes: Buffer): Generator<{ id: number; data: Buffer }> {
  for (let at = headerLength; at < bytes.length; ) {
    if (at + attributeFrame > bytes.length) throw damaged();
    const id = bytes.readUInt16LE(at + 1);
    const length = bytes.readUInt32LE(at + 5);
    const data = bytes.subarray(at + 9, at + 9 + length);
    if (at + attributeFrame + length > bytes.length) throw damaged();
    yield { id, data };
    at += attributeFrame + length;
  }
}

/** The plain text where there is one; Outlook often sends only HTML, or only RTF. */
function textOf(properties: MapiProperties): string {
  const plain = properties.get(mapiTag.body);
  if (typeof plain === 'string' && plain.trim() !== '') return plain.trim();
  const html = properties.get(mapiTag.html);
  if (html) return htmlText(typeof html === 'string' ? html : decodeText(html)).trim();
  const rtf = properties.get(mapiTag.compressedRtf);
  return Buffer.isBuffer(rtf) ? rtfText(expandRtf(rtf)).trim() : '';
}

const objectIdLength = 16;

function enclosureOf({ title, data, properties }: Part, index: number): Enclosure {
  const names = [properties.get(mapiTag.longFileName), properties.get(mapiTag.fileName), title];
  const name = names.find((one) => typeof one === 'string' && one !== '') ?? `Anlage ${index + 1}`;
  const own = properties.get(mapiTag.attachedData);
  // An object is a message or a document in OLE, behind the identifier of its interface.
  const object = Buffer.isBuffer(own) ? own.subarray(objectIdLength) : data;
  return { name: String(name).slice(0, 100), content: data.length > 0 ? data : object };
}

/** Windows text up to its first zero byte. */
function ansi(data: Buffer): string {
  const end = data.indexOf(0);
  return decodeText(data.subarray(0, end < 0 ? undefined : end));
}

function damaged() {
  return badDocument.damaged('Der Outlook-Anhang (winmail.dat)');
}
