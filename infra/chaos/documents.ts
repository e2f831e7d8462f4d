import { link, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withCannedText } from '@mailroom/ocr';
import sharp from 'sharp';

/** What is fed in, and what must come of it. */
export interface Mail {
  /** Every document once. */
  readonly folder: string;
  /** Every tenth document again, under another name: the same bytes are the same document. */
  readonly copies: string;
  readonly copyCount: number;
  readonly customers: string;
  /** Files that are no documents, and must be rejected with a reason. */
  readonly broken: number;
}

const brokenEvery = 50;
const copiedEvery = 10;

/** Letters whose text stands behind a blank page, so that only recognition costs nothing. */
export async function writeMail(home: string, count: number): Promise<Mail> {
  const mail = { folder: join(home, 'mail'), copies: join(home, 'copies') };
  await mkdir(mail.folder, { recursive: true });
  await mkdir(mail.copies, { recursive: true });
  const page = await blankPage();
  let broken = 0;
  let copyCount = 0;
  for (let number = 0; number < count; number += 1) {
    const isBroken = number % brokenEvery === brokenEvery - 1;
    const name = `${String(number).padStart(6, '0')}.${isBroken ? 'bin' : 'jpg'}`;
    const bytes = isBroken ? noDocument(number) : withCannedText(page, [letterOf(number)]);
    await writeFile(join(mail.folder, name), bytes);
    if (isBroken) broken += 1;
    if (number % copiedEvery !== 0) continue;
    await link(join(mail.folder, name), join(mail.copies, `copy-${name}`));
    copyCount += 1;
  }
  const customers = join(home, 'customers.csv');
  await writeFile(customers, customersCsv(count));
  return { ...mail, copyCount, customers, broken };
}

/** A page at 50 dpi: decoding its pixels belongs to recognition, which shall cost nothing here. */
function blankPage(): Promise<Buffer> {
  const white = { width: 414, height: 585, channels: 3, background: 'white' } as const;
  return sharp({ create: white }).jpeg().withMetadata({ density: 50 }).toBuffer();
}

function noDocument(number: number): Buffer {
  return Buffer.concat([Buffer.from([1, 2, 3, 0, 255, 254]), Buffer.from(String(number))]);
}

const customerNumber = (number: number) => String(6_000_000_000 + number * 37);

const wishes = [
  'hiermit kündige ich meinen Mobilfunkvertrag fristgerecht zum nächstmöglichen Zeitpunkt.\nBitte bestätigen Sie mir die Kündigung schriftlich.',
  'ich bin umgezogen. Meine neue Anschrift lautet:\nLindenweg 4\n50674 Köln\nBitte ändern Sie meine Adresse in Ihren Unterlagen.',
  'seit drei Tagen habe ich kein Internet, die Störung besteht weiterhin.\nBitte schicken Sie einen Techniker und beheben Sie die Störung.',
];

function letterOf(number: number): string {
  return `Hedwig Brüggemann${number}
Am Kump ${number}
57368 Lennestadt

Kundennummer ${customerNumber(number)}

Sehr geehrte Damen und Herren,

${wishes[number % wishes.length]}

Mit freundlichen Grüßen
Hedwig Brüggemann${number}`;
}

function customersCsv(count: number): string {
  const header =
    'customerNumber,firstName,lastName,company,street,postalCode,city,email,phones,contracts,ibans,formerNumbers';
  const rows = Array.from(
    { length: count },
    (_, number) =>
      `${customerNumber(number)},Hedwig,Brüggemann${number},,Am Kump ${number},57368,Lennestadt,,,,,`,
  );
  return `${[header, ...rows].join('\n')}\n`;
}
