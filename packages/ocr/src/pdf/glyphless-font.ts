import { deflateSync } from 'node:zlib';
import { type PDFContext, type PDFRef, PDFString } from 'pdf-lib';

/** Every glyph is half as wide as the font is high. */
export const glyphWidth = 0.5;

const unitsPerEm = 1000;
const advance = unitsPerEm * glyphWidth;

/**
 * A font whose characters take room but leave no mark, for text that is searched and selected over a picture.
 * Codes are UTF-16 units, so any text can be written without choosing glyphs: all of them are glyph 1.
 */
export function addGlyphlessFont(context: PDFContext): PDFRef {
  parts ??= packParts();
  const { program, glyphs, unicode } = parts;
  const register = ({ bytes }: Packed, entries = {}) =>
    context.register(context.stream(bytes, { Filter: 'FlateDecode', ...entries }));
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: 'GlyphLess',
      // Fixed pitch, symbolic.
      Flags: 5,
      FontBBox: [0, 0, advance, unitsPerEm],
      ItalicAngle: 0,
      Ascent: unitsPerEm,
      Descent: -1,
      CapHeight: unitsPerEm,
      StemV: 80,
      FontFile2: register(program, { Length1: program.length }),
    }),
  );
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: 'GlyphLess',
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      DW: advance,
      CIDToGIDMap: register(glyphs),
    }),
  );
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: 'GlyphLess',
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: register(unicode),
    }),
  );
}

interface Packed {
  readonly bytes: Uint8Array;
  /** Before it was compressed. */
  readonly length: number;
}

/** The same in every document, and dear to make: 17 ms of a page's 20. */
let parts: Readonly<Record<'program' | 'glyphs' | 'unicode', Packed>> | undefined;

function packParts(): NonNullable<typeof parts> {
  const pack = (plain: Uint8Array) => ({ bytes: deflateSync(plain), length: plain.length });
  return {
    program: pack(trueType()),
    glyphs: pack(everyCodeIsGlyphOne()),
    unicode: pack(Buffer.from(codesAreUnicode())),
  };
}

function everyCodeIsGlyphOne(): Uint8Array {
  return Uint8Array.from({ length: 2 * 65_536 }, (_, index) => index % 2);
}

/** A range may not cross a change of the first byte, and a block holds at most 100 ranges (PDF 32000, 9.10.3). */
function codesAreUnicode(): string {
  const pages = Array.from({ length: 256 }, (_, page) => page.toString(16).padStart(2, '0'));
  const ranges = pages.map((page) => `<${page}00> <${page}ff> <${page}00>`);
  const blocks = [0, 100, 200].map((from) => {
    const block = ranges.slice(from, from + 100);
    return `${block.length} beginbfrange\n${block.join('\n')}\nendbfrange`;
  });
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}

/** The smallest TrueType program that viewers and checkers accept: two empty glyphs (OpenType specification). */
function trueType(): Uint8Array {
  return assemble({
    glyf: Buffer.alloc(4),
    head: shorts(
      1,
      0,
      1,
      0,
      0,
      0,
      0x5f0f,
      0x3cf5,
      3,
      unitsPerEm,
      ...Array(8).fill(0),
      0,
      0,
      advance,
      unitsPerEm,
      0,
      3,
      2,
      0,
      0,
    ),
    hhea: shorts(1, 0, unitsPerEm, -1, 0, advance, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1),
    hmtx: shorts(advance, 0, 0),
    loca: shorts(0, 0, 0),
    maxp: shorts(1, 0, 2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
    post: shorts(3, 0, 0, 0, 0, 0, 0, 1, ...Array(8).fill(0)),
  });
}

function shorts(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value & 0xffff, index * 2);
  return bytes;
}

function assemble(tables: Record<string, Buffer>): Uint8Array {
  const entries = Object.entries(tables);
  const directory = Buffer.concat([
    shorts(1, 0, entries.length, 64, 2, entries.length * 16 - 64),
    Buffer.alloc(entries.length * 16),
  ]);
  const bodies: Buffer[] = [directory];
  let offset = directory.length;
  for (const [index, [tag, body]] of entries.entries()) {
    const padded = Buffer.concat([body, Buffer.alloc(-body.length & 3)]);
    const at = 12 + index * 16;
    directory.write(tag, at, 'latin1');
    directory.writeUInt32BE(checksum(padded), at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(body.length, at + 12);
    bodies.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(bodies);
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
