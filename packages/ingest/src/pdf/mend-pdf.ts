/**
 * A PDF cut off before its trailer, with one appended that leads to the pages that are there: through the
 * file's own catalogue, or through a new one when that is lost too. Undefined when no page object is whole.
 */
export function mendPdf(bytes: Buffer): Buffer | undefined {
  if (bytes.length > maxMendableBytes) return undefined;
  const objects = dictionariesOf(bytes.toString('latin1'));
  const pages = objects.filter(({ text }) => /\/Type\s*\/Page\b/.test(text));
  const catalogue = objects.find(
    ({ text }) => /\/Type\s*\/Catalog\b/.test(text) && leadsToPages(text, objects),
  );
  if (pages.length === 0 && !catalogue) return undefined;
  const next = Math.max(0, ...objects.map(({ number }) => number)) + 1;
  const added = catalogue ? '' : newCatalogue(next, pages);
  const root = catalogue ? catalogue.reference : `${next} 0 R`;
  const trailer = `\nendstream\nendobj\n${added}trailer\n<</Root ${root}/Size ${next + 2}>>\nstartxref\n0\n%%EOF\n`;
  const header = bytes.subarray(0, 1024).includes('%PDF-') ? '' : '%PDF-1.4\n';
  return Buffer.concat([Buffer.from(header), bytes, Buffer.from(trailer, 'latin1')]);
}

const maxMendableBytes = 100 * 1024 * 1024;

interface PdfDictionary {
  readonly number: number;
  /** "12 0 R" */
  readonly reference: string;
  readonly text: string;
}

/** The start of every object that is a dictionary: what we look for stands in its first two thousand characters. */
function dictionariesOf(file: string): PdfDictionary[] {
  return [...file.matchAll(/(?<![\d])(\d{1,7}) (\d{1,5}) obj\s*(?=<<)/g)].map((match) => {
    const start = match.index + match[0].length;
    const end = file.indexOf('endobj', start);
    return {
      number: Number(match[1]),
      reference: `${match[1]} ${match[2]} R`,
      text: end < 0 ? '' : file.slice(start, Math.min(end, start + 2000)),
    };
  });
}

function leadsToPages(catalogue: string, objects: readonly PdfDictionary[]): boolean {
  const reference = /\/Pages\s+(\d+ \d+ R)/.exec(catalogue)?.[1];
  return objects.some((object) => object.reference === reference && /\/Kids\b/.test(object.text));
}

function newCatalogue(number: number, pages: readonly PdfDictionary[]): string {
  const kids = pages.map(({ reference }) => reference).join(' ');
  return (
    `${number} 0 obj\n<</Type/Catalog/Pages ${number + 1} 0 R>>\nendobj\n` +
    `${number + 1} 0 obj\n<</Type/Pages/Count ${pages.length}/Kids[${kids}]/MediaBox[0 0 595 842]>>\nendobj\n`
  );
}
