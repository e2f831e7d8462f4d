import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CorpusLetter, readCorpus } from '@mailroom/classifier';
import { asSharp, chooseWear, scanPage, seededRandom, typesetLetter } from '@mailroom/fixtures';

const dpi = 300;
/**
 * Real 300 dpi scans of typescripts have a standard deviation of 4 grey levels on empty paper and take 1.5 MB a
 * page. This makes 4 and 1.2 MB; the fixtures are smoother, to keep the repository small.
 */
const grain = 5;
const quality = 85;

/** Pages of letters from all over the corpus as grey JPEG of 300 dpi, each with the text on it beside it; no stamps. */
export async function drawScans(folder: string, pageCount: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const corpus = readCorpus();
  let drawn = 0;
  for (let at = 0; drawn < pageCount; at += corpus.length / pageCount) {
    const letter = corpus[Math.floor(at) % corpus.length] as CorpusLetter; // there is a corpus
    const random = seededRandom(letter.id);
    for (const page of typesetLetter(letter, random).slice(0, pageCount - drawn)) {
      const wear = chooseWear(random, letter.receivedOn, page.heightMm);
      const scan = await scanPage(page, { ...wear, grain, stamped: null, imprint: null }, dpi, random);
      const image = asSharp(scan).withMetadata({ density: dpi }).toColourspace('b-w').jpeg({ quality });
      const stem = join(folder, String(drawn).padStart(4, '0'));
      await writeFile(`${stem}.jpg`, await image.toBuffer());
      await writeFile(`${stem}.gt.txt`, page.text);
      drawn += 1;
    }
  }
}
