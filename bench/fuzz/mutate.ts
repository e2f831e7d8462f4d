import type { Random } from '@mailroom/fixtures';
import { nestedMail, nestedZip } from './containers.ts';

/** A file as it might come in. */
export interface FuzzFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** One way in which a file is spoilt, by accident or on purpose; `other` is a second file to mix it with. */
type Mutation = (file: FuzzFile, random: Random, other: FuzzFile) => FuzzFile;

const withBytes =
  (change: (bytes: Buffer, random: Random, other: FuzzFile) => Buffer): Mutation =>
  ({ name, bytes }, random, other) => ({ name, bytes: change(Buffer.from(bytes), random, other) });

const mutations: Readonly<Record<string, Mutation>> = {
  'bits flipped': withBytes((bytes, random) => flipBits(bytes, random, bytes.length)),
  'head edited': withBytes((bytes, random) => flipBits(bytes, random, 128)),
  'numbers made huge': withBytes(makeNumbersHuge),
  truncated: withBytes((bytes, random) => bytes.subarray(0, random.whole(0, bytes.length))),
  'piece cut out': withBytes((bytes, random) => {
    const [from, to] = span(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  }),
  'piece doubled': withBytes((bytes, random) => {
    const [from, to] = span(bytes, random);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  }),
  'piece blanked': withBytes((bytes, random) => {
    const [from, to] = span(bytes, random);
    return bytes.fill(random.pick([0, 255]), from, to);
  }),
  'pieces swapped': withBytes((bytes, random) => {
    const [from, to] = span(bytes, random);
    const middle = Math.floor((from + to) / 2);
    const [first, second] = [bytes.subarray(from, middle), bytes.subarray(middle, to)];
    return Buffer.concat([bytes.subarray(0, from), second, first, bytes.subarray(to)]);
  }),
  'name that lies': ({ bytes }, random) => ({
    name: random.pick(['x.pdf', 'x.tif', 'x.eml', 'x.jpg', '../../etc/passwd', 'x.zip', 'a\0b.pdf', '.']),
    bytes,
  }),
  'two in one': withBytes((bytes, random, other) =>
    Buffer.concat([bytes.subarray(0, random.whole(0, bytes.length)), other.bytes]),
  ),
  'in zips': (file, random) => ({ name: `${file.name}.zip`, bytes: nestedZip(file, random.whole(1, 6)) }),
  'in mails': (file, random) => ({ name: 'm.eml', bytes: nestedMail(file, random.whole(1, 6)) }),
};

/** One to three mutations after each other, and their names. */
export function mutate(file: FuzzFile, random: Random, other: FuzzFile): FuzzFile & { made: string } {
  const names = Array.from({ length: random.whole(1, 3) }, () => random.pick(Object.keys(mutations)));
  const spoilt = names.reduce((one, name) => mutations[name]?.(one, random, other) ?? one, file);
  return { ...spoilt, made: `${file.name}: ${names.join(', ')}` };
}

function flipBits(bytes: Buffer, random: Random, within: number): Buffer {
  const reach = Math.min(within, bytes.length) - 1;
  for (let left = random.whole(1, 12); left > 0 && reach >= 0; left -= 1) {
    const at = random.whole(0, reach);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.whole(0, 7));
  }
  return bytes;
}

/** Sizes, counts and offsets: as text in PDF and mails, as four bytes everywhere else. */
function makeNumbersHuge(bytes: Buffer, random: Random): Buffer {
  if (random.chance(0.5)) {
    const text = bytes.toString('latin1');
    return Buffer.from(
      text.replace(/\d{1,9}/g, (number) => (random.chance(0.02) ? '9'.repeat(random.whole(5, 20)) : number)),
      'latin1',
    );
  }
  if (bytes.length >= 4)
    bytes.writeUInt32LE(random.pick([0xffffffff, 0x7fffffff, 0]), random.whole(0, bytes.length - 4));
  return bytes;
}

function span(bytes: Buffer, random: Random): [from: number, to: number] {
  const from = random.whole(0, bytes.length);
  return [from, Math.min(bytes.length, from + random.whole(1, Math.max(1, bytes.length >> 2)))];
}
