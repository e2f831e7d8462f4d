import {
  asSharp,
  chooseWear,
  encodeFax,
  type Grey,
  type Random,
  scanPage,
  type TypesetPage,
  threshold,
  writePdf,
  writeTiff,
} from '@mailroom/fixtures';

/** Each page as a station scans it at 200 dpi: skewed, folded, stained; grey. */
export function scanned(page: TypesetPage, random: Random): Promise<Grey> {
  return scanPage(page, chooseWear(random, '2026-03-02', page.heightMm), dpi, random);
}

/** Separator sheets and backs: nobody stamps them, and no coffee is ink. */
export function scannedUnstamped(page: TypesetPage, random: Random): Promise<Grey> {
  const wear = chooseWear(random, '2026-03-02', page.heightMm);
  return scanPage(page, { ...wear, stamped: null, imprint: null, coffee: null }, dpi, random);
}

const dpi = 200;
const inchMm = 25.4;
const a4 = { widthMm: 210, heightMm: 297, paper: 'blank', text: '' } as const;

/** A sheet with Patch T at its top: bars of 0.08 and 0.2 inches, 0.08 apart. */
export function patchSheet(): TypesetPage {
  let yMm = 14;
  const marks = [0.08, 0.2, 0.08, 0.2].map((inches) => {
    const widthMm = inches * inchMm;
    const middle = yMm + widthMm / 2;
    yMm += widthMm + 0.08 * inchMm;
    return { kind: 'rule', x1Mm: 15, y1Mm: middle, x2Mm: 195, y2Mm: middle, widthMm, ink: 0.95 } as const;
  });
  return { ...a4, marks };
}

/** The back of a sheet: mostly empty, now and then with a faint pencil note. */
export function backOf(page: TypesetPage, note: boolean): TypesetPage {
  const look = { face: 'caveat', sizePt: 17, bold: false, ink: 0.3, degrees: -3, jitterMm: 0 } as const;
  const text = { kind: 'text', text: 'Akte liegt bei Fr. Meier', xMm: 60, yMm: 120, ...look } as const;
  return { ...page, paper: 'blank', text: '', marks: note ? [text] : [] };
}

/** A black and white TIFF, as most stations write it. */
export function asTiff(pages: readonly Grey[], random: Random): Buffer {
  return writeTiff(
    pages.map((page) => {
      const bitmap = threshold(page, random.between(135, 175));
      const strip = encodeFax(bitmap, { coding: 'g4', fillOrder: 'msb-first', byteAligned: false, k: 0 });
      return {
        ...{ width: bitmap.width, height: bitmap.height, bitsPerSample: 1, compression: 4, fillOrder: 1 },
        ...{ photometric: 0, xDpi: dpi, yDpi: dpi, software: 'bench', strip },
      };
    }),
  );
}

/** A PDF of grey JPEGs. */
export async function asPdf(pages: readonly Grey[]): Promise<Buffer> {
  const pictures = [];
  for (const page of pages) {
    const bytes = await asSharp(page).toColourspace('b-w').jpeg({ quality: 60 }).toBuffer();
    const size = { widthMm: (page.width / dpi) * inchMm, heightMm: (page.height / dpi) * inchMm };
    const place = { widthPx: page.width, heightPx: page.height, ...size };
    pictures.push({ kind: 'picture', coding: 'jpeg', bytes, ...place } as const);
  }
  return writePdf(pictures, 'bench');
}
