import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { BadDocumentError, civilDate, defaultCalendar, MailroomError } from '@mailroom/core';
import type { Registration } from '@mailroom/database';
import type { Intake } from '../channels/intake.ts';
import { sniffMediaType } from '../sniff-media-type.ts';
import { doubtFax } from './doubt-fax.ts';
import { type FaxTags, readFaxTags } from './read-fax-tags.ts';

/** What HylaFAX tells its faxrcvd script (man faxrcvd): file, device, communication id, error, identifiers of the call. */
export interface ReceivedFax {
  readonly file: string;
  readonly device: string;
  readonly commId: string;
  /** Empty when the fax came through without one. */
  readonly error: string;
  /** In the order of the modem's configuration: caller's number, caller's name, number called, others. */
  readonly callIds: readonly string[];
}

/**
 * Takes a fax in. When it was completely received is when its file was last written, however late this runs;
 * run again it adds nothing. Throws MailroomError when there is no file, BadDocumentError when it is too large.
 */
export async function takeFax(
  fax: ReceivedFax,
  { intake, priority, maxBytes }: { intake: Intake; priority: number; maxBytes: number },
): Promise<Registration> {
  const { size, mtime } = await stat(fax.file).catch((cause: unknown) => {
    throw new MailroomError('no-fax', `${fax.file} does not exist: call ${fax.commId} left no page.`, {
      cause,
    });
  });
  if (size > maxBytes) throw tooLarge(fax, size);
  const bytes = await readFile(fax.file);
  const tags = readFaxTags(bytes);
  const facts = factsOf(fax, tags);
  const line = facts.calledNumber ?? fax.device;
  const name = `fax ${line} ${civilDate(mtime, defaultCalendar)}`;
  return intake.take({
    batchId: await intake.openBatch({ name, source: 'fax', receivedAt: mtime, station: fax.device }),
    ...{ path: `${fax.commId} ${basename(fax.file)}`, fileName: basename(fax.file), bytes, priority, facts },
    ...{ mediaType: sniffMediaType(bytes), channel: 'fax', receivedAt: mtime, modifiedMs: mtime.getTime() },
    // The network vouches for the caller's number; the machine's own name is whatever its owner typed.
    sender: facts.callerNumber ?? facts.tsi,
    doubt: doubtFax(tags.pages, fax.error),
  });
}

function factsOf({ device, commId, error, callIds }: ReceivedFax, { tsi, subAddress, pages }: FaxTags) {
  const [callerNumber, callerName, calledNumber, ...others] = callIds.map(knownId);
  const announced = Math.max(0, ...pages.map((page) => page.announced));
  return {
    ...{ device, commId, pages: pages.length },
    ...(announced > 0 ? { announcedPages: announced } : {}),
    damagedLines: pages.reduce((sum, page) => sum + page.damagedLines, 0),
    ...(error === '' ? {} : { error }),
    ...(tsi ? { tsi } : {}),
    ...(subAddress ? { subAddress } : {}),
    ...(callerNumber ? { callerNumber } : {}),
    ...(callerName ? { callerName } : {}),
    ...(calledNumber ? { calledNumber } : {}),
    ...(others.some(Boolean) ? { otherCallIds: others.filter(Boolean) } : {}),
  };
}

/** Modems write placeholders where the network says nothing. */
function knownId(id: string): string {
  const plain = id.replace(/\p{C}/gu, '').trim().slice(0, 100);
  return /^(?:<?(?:none|unspecified|unknown|private|anonymous)>?|[op]|-)?$/i.test(plain) ? '' : plain;
}

function tooLarge({ file }: ReceivedFax, size: number): BadDocumentError {
  return new BadDocumentError(
    'file-too-large',
    `Das Fax ${basename(file)} ist mit ${Math.round(size / 1e6)} MB zu groß. Bitte beim Absender in Teilen anfordern.`,
  );
}
