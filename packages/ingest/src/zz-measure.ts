import { blankPage, letterPage, scanned, tiffStack, pdfStack } from './fixtures/scanned-sheets.ts';
import { openDocument } from './open-document.ts';
import { printSheets } from './stack/print-sheets.ts';
import { splitStack } from './stack/split-stack.ts';
import sharp from 'sharp';
const letters = Number(process.argv[2] ?? 50);
const faults = [{}, { turn: 180 }, { turn: 1.5, speckles: true }, { turn: -2 }, { turn: 90 }, { speckles: true }, { turn: 270 }, {turn: 3}];
const sheets: Buffer[] = [];
for (const [i, f] of faults.entries()) sheets.push(...(await scanned(await printSheets({ first: i + 1, count: 1 }), f)));
const letter = await letterPage(); const upside = await sharp(letter).rotate(180).png().toBuffer(); const blank = await blankPage();
for (const kind of ['tiff', 'pdf'] as const) for (const duplex of [false, true]) {
  const pages: Buffer[] = []; const truth: string[] = [];
  for (let n = 0; n < letters; n++) {
    pages.push(sheets[n % sheets.length]!); if (duplex) pages.push(blank);
    const first = pages.length + 1; const count = 1 + (n % 3);
    for (let k = 0; k < count; k++) { pages.push(k % 2 ? upside : letter); if (duplex) pages.push(blank); }
    truth.push(`${first}-${pages.length}`);
  }
  const stack = await (kind === 'tiff' ? tiffStack(pages) : pdfStack(pages));
  const at = performance.now();
  const parts = await splitStack(stack, 'x', (b, fileName) => openDocument(b, { fileName, limits: { maxPages: 5000, timeMs: 600_000 } }));
  const got = new Set(parts?.map((p) => `${p.first}-${p.last}`));
  console.log(kind, { duplex, letters, pages: pages.length, right: truth.filter((t) => got.has(t)).length, found: parts?.length, doubts: parts?.filter((p) => p.doubt).length, seconds: ((performance.now() - at) / 1000).toFixed(1), msPage: ((performance.now() - at) / pages.length).toFixed(0), rssMb: (process.memoryUsage.rss() / 1e6).toFixed(0), stackMb: (stack.length/1e6).toFixed(1) });
}
