import type { CorpusLetter } from '@mailroom/classifier';
import type { ReadPage } from '@mailroom/core';
import { type Delivery, deliveries, renderLetter, seededRandom } from '@mailroom/fixtures';
import { type LetterPrint, printLetter } from '@mailroom/indexer';
import type { Opener } from '@mailroom/ingest';
import type { Reader } from '@mailroom/ocr';

/** One way in which a letter came in, and what was read of it. */
export interface Delivered {
  readonly letter: string;
  /** `changed`: another letter by the same hand on the same form, in which one digit differs. */
  readonly kind: 'scan' | 'fax' | 'changed';
  readonly print: LetterPrint;
}

/** A letter by post, by fax, and once more with another digit somewhere; each really recognised. */
export async function readDeliveries(
  letter: CorpusLetter,
  turn: number,
  { opener, reader }: { opener: Opener; reader: Reader },
): Promise<readonly Delivered[]> {
  const [scan, fax] = [at(deliveries.letter, turn), at(deliveries.fax, turn)];
  const changed = changeOneDigit(letter);
  const wanted = [
    ['scan', letter, scan],
    ['fax', letter, fax],
    ...(changed ? [['changed', changed, turn % 2 === 0 ? scan : fax] as const] : []),
  ] as const;
  return Promise.all(
    wanted.map(async ([kind, of, delivery]) => {
      // The same seed sets the letter in the same way: it is the same sheet of paper.
      const { bytes } = await renderLetter(of, { seed: letter.id, delivery });
      return { letter: letter.id, kind, print: await readPrint(bytes, { opener, reader }) };
    }),
  );
}

async function readPrint(
  bytes: Buffer,
  { opener, reader }: { opener: Opener; reader: Reader },
): Promise<LetterPrint> {
  const pages: ReadPage[] = [];
  for await (const page of (await opener.open(bytes, 'letter')).pages())
    if (page.kind === 'image') pages.push(await reader.read(page));
  return printLetter(pages, 'letter');
}

/** Not in the line of a fax machine, which is no part of the letter. */
function changeOneDigit(letter: CorpusLetter): CorpusLetter | undefined {
  const random = seededRandom(letter.id);
  const { text } = letter;
  const places = [...text.matchAll(/^.*$/gm)]
    .filter(([line]) => !/\d\d:\d\d/.test(line))
    .flatMap(({ 0: line, index }) => [...line.matchAll(/\d/g)].map((digit) => index + digit.index));
  if (places.length === 0) return undefined;
  const place = random.pick(places);
  const digit = (Number(text[place]) + random.whole(1, 9)) % 10;
  return { ...letter, text: text.slice(0, place) + digit + text.slice(place + 1) };
}

function at(all: readonly Delivery[], turn: number): Delivery {
  const delivery = all[turn % all.length];
  if (!delivery) throw new RangeError('no delivery');
  return delivery;
}
