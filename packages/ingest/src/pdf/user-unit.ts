import { ParseSpeeds, PDFDocument, PDFName, PDFNumber } from 'pdf-lib';

/**
 * /UserUnit of every page (1/72 inch each; 1 unless stated), which pdfium ignores. Empty when no page has one
 * or the file is beyond pdf-lib: then sizes are as they were.
 */
export async function readUserUnits(bytes: Buffer): Promise<number[]> {
  if (!bytes.includes('/UserUnit')) return [];
  try {
    const pdf = await PDFDocument.load(bytes, {
      ignoreEncryption: true,
      updateMetadata: false,
      parseSpeed: ParseSpeeds.Fastest,
    });
    return pdf.getPages().map((page) => {
      const unit = page.node.lookupMaybe(PDFName.of('UserUnit'), PDFNumber)?.asNumber() ?? 1;
      return unit > 0 && unit < 10_000 ? unit : 1;
    });
  } catch (error) {
    if (error instanceof Error) return [];
    throw error;
  }
}
