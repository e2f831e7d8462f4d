/**
 * An sRGB profile of version 2 (ICC.1:2001-04), which every PDF/A part accepts; the one that libvips carries
 * is version 4, which PDF/A-1 checkers refuse. Colours of IEC 61966-2-1, adapted to D50.
 */
export function srgbProfile(): Buffer {
  const curve = toneCurve();
  return assemble({
    desc: description('sRGB IEC61966-2.1'),
    cprt: tagged('text', Buffer.from('No rights reserved\0', 'latin1')),
    wtpt: xyz(0.9642, 1, 0.8249),
    rXYZ: xyz(0.43607, 0.22249, 0.01392),
    gXYZ: xyz(0.38515, 0.71687, 0.09708),
    bXYZ: xyz(0.14307, 0.06061, 0.7141),
    rTRC: curve,
    gTRC: curve,
    bTRC: curve,
  });
}

function assemble(tags: Record<string, Buffer>): Buffer {
  const entries = Object.entries(tags);
  const directory = Buffer.alloc(4 + entries.length * 12);
  directory.writeUInt32BE(entries.length);
  const bodies: Buffer[] = [];
  let offset = headerLength + directory.length;
  for (const [index, [tag, body]] of entries.entries()) {
    const at = 4 + index * 12;
    directory.write(tag, at, 'latin1');
    directory.writeUInt32BE(offset, at + 4);
    directory.writeUInt32BE(body.length, at + 8);
    const padded = Buffer.concat([body, Buffer.alloc(-body.length & 3)]);
    bodies.push(padded);
    offset += padded.length;
  }
  return Buffer.concat([header(offset), directory, ...bodies]);
}

const headerLength = 128;

function header(length: number): Buffer {
  const bytes = Buffer.alloc(headerLength);
  bytes.writeUInt32BE(length, 0);
  bytes.writeUInt32BE(0x0210_0000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  for (const [index, part] of [2026, 1, 1].entries()) bytes.writeUInt16BE(part, 24 + index * 2);
  bytes.write('acsp', 36, 'latin1');
  // The illuminant is D50, as the specification wants it.
  for (const [index, part] of [0.9642, 1, 0.8249].entries()) bytes.writeInt32BE(fixed(part), 68 + index * 4);
  return bytes;
}

function tagged(type: string, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from(type, 'latin1'), Buffer.alloc(4), content]);
}

/** ASCII, then empty Unicode and Macintosh names. */
function description(text: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length + 1);
  return tagged(
    'desc',
    Buffer.concat([length, Buffer.from(`${text}\0`, 'latin1'), Buffer.alloc(4 + 4 + 2 + 1 + 67)]),
  );
}

function xyz(...parts: number[]): Buffer {
  const bytes = Buffer.alloc(12);
  for (const [index, part] of parts.entries()) bytes.writeInt32BE(fixed(part), index * 4);
  return tagged('XYZ ', bytes);
}

function toneCurve(): Buffer {
  const points = 256;
  const bytes = Buffer.alloc(4 + points * 2);
  bytes.writeUInt32BE(points);
  for (let index = 0; index < points; index += 1) {
    bytes.writeUInt16BE(Math.round(65_535 * linear(index / (points - 1))), 4 + index * 2);
  }
  return tagged('curv', bytes);
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function fixed(value: number): number {
  return Math.round(value * 65_536);
}
