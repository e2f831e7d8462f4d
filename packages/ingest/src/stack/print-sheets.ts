import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { degrees, PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from 'pdf-lib';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import { sheetCode } from './sheet-code.ts';

/**
 * A PDF (A4) of separator sheets `first` to `first + count - 1`: Patch T at the top, at the bottom turned over, so
 * that either edge may go first, and the number as a QR code and as Code 128.
 */
export function printSheets({ first, count }: { first: number; count: number }): Promise<Buffer> {
  return drawSheets(Array.from({ length: count }, (_, index) => sheetCode(first + index)));
}

/** The same with any codes on them. */
export async function drawSheets(codes: readonly string[]): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.setTitle('Mailroom: Trennblätter');
  const font = await document.embedFont(StandardFonts.HelveticaBold);
  await prepareWriter();
  for (const code of codes) await drawSheet(document.addPage([a4.width, a4.height]), font, code);
  return Buffer.from(await document.save());
}

/** In points, 72 an inch. */
const a4 = { width: 595.28, height: 841.89 };
const inch = 72;
const black = rgb(0, 0, 0);

async function drawSheet(page: PDFPage, font: PDFFont, code: string): Promise<void> {
  drawPatchT(page, (fromEdge, thickness) => a4.height - fromEdge - thickness);
  drawPatchT(page, (fromEdge) => fromEdge);
  page.drawText('TRENNBLATT', { x: 165, y: 640, size: 42, font });
  page.drawText('Vor jedes Schriftstück ein Blatt legen', { x: 150, y: 610, size: 16, font });
  await drawBarcode(page, code, { format: 'QRCode', x: 207, y: 380, width: 180, height: 180 });
  await drawBarcode(page, code, { format: 'Code128', x: 130, y: 270, width: 335, height: 60 });
  page.drawText(code, { x: 240, y: 245, size: 16, font });
  page.drawText('TRENNBLATT', { x: 430, y: 215, size: 42, font, rotate: degrees(180) });
}

/** Bars of 0.08 and 0.2 inches with spaces of 0.08 (Kodak A-61599), half an inch from the edge, across the page. */
function drawPatchT(page: PDFPage, bottomOf: (fromEdge: number, thickness: number) => number): void {
  let fromEdge = 0.5 * inch;
  for (const inches of [0.08, 0.2, 0.08, 0.2]) {
    const height = inches * inch;
    page.drawRectangle({ x: 40, y: bottomOf(fromEdge, height), width: a4.width - 80, height, color: black });
    fromEdge += height + 0.08 * inch;
  }
}

interface Place {
  readonly format: 'QRCode' | 'Code128';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function drawBarcode(
  page: PDFPage,
  text: string,
  { format, x, y, width, height }: Place,
): Promise<void> {
  const { symbol, error } = await writeBarcode(text, { format, withQuietZones: false, scale: 1 });
  if (error) throw new Error(`cannot draw ${text} as ${format}: ${error}`);
  const [cell, row] = [width / symbol.width, height / symbol.height];
  for (const [index, value] of symbol.data.entries()) {
    if (value > 127) continue;
    const [column, line] = [index % symbol.width, Math.floor(index / symbol.width)];
    // A hair wider than a cell, so that no reader sees a gap between neighbours.
    const size = { width: cell + 0.05, height: row + 0.05 };
    page.drawRectangle({ x: x + column * cell, y: y + height - (line + 1) * row, ...size, color: black });
  }
}

/** By default the package would fetch its wasm from the network. */
async function prepareWriter(): Promise<void> {
  const path = fileURLToPath(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm'));
  const bytes = await readFile(path);
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}
