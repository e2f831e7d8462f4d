import { badDocument } from '../bad-document.ts';

/** What every text is assumed to begin with, so that short ones pack well ([MS-OXRTFCP] 2.1.2.1). */
const beginning = Buffer.from(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript ' +
    '\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par ' +
    '\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx',
  'latin1',
);
const windowLength = 4096;
const headerLength = 16;
const uncompressed = 0x414c454d;
const maxLength = 20_000_000;

/** Unpacks the RTF of an Outlook mail. Throws BadDocumentError when it is cut off or absurdly long. */
export function expandRtf(packed: Buffer): Buffer {
  if (packed.length < headerLength) throw badDocument.damaged('Der Text der Outlook-Nachricht');
  const length = packed.readUInt32LE(4);
  if (length > maxLength) throw badDocument.damaged('Der Text der Outlook-Nachricht');
  const data = packed.subarray(headerLength);
  return packed.readUInt32LE(8) === uncompressed ? data.subarray(0, length) : unpack(data, length);
}

/** Eight items behind each flag byte: a byte as it is, or a place in the last 4096 and a length. */
function unpack(data: Buffer, length: number): Buffer {
  const window = Buffer.alloc(windowLength);
  beginning.copy(window);
  const text = Buffer.alloc(length);
  let [at, into, write] = [0, 0, beginning.length];

  function put(byte: number): void {
    window[write] = byte;
    write = (write + 1) % windowLength;
    if (into < length) text[into] = byte;
    into += 1;
  }

  while (at < data.length && into < length) {
    const flags = data[at] ?? 0;
    at += 1;
    for (let bit = 0; bit < 8 && at < data.length; bit += 1) {
      if (((flags >> bit) & 1) === 0) {
        put(data[at] ?? 0);
        at += 1;
        continue;
      }
      const reference = data.subarray(at, at + 2);
      at += 2;
      if (reference.length < 2) break;
      const place = reference.readUInt16BE() >> 4;
      if (place === write) return text.subarray(0, into);
      const count = (reference.readUInt16BE() & 15) + 2;
      for (let step = 0; step < count; step += 1) put(window[(place + step) % windowLength] ?? 0);
    }
  }
  return text.subarray(0, Math.min(into, length));
}
