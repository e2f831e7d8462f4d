import type { AddressInfo } from 'node:net';
import { MisconfigurationError, messageOf } from '@mailroom/core';
import type { SMTPServer, SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { matchesAddress } from '../mail/matches-address.ts';
import { readMailHead } from '../mail/read-mail-head.ts';
import { type MailIntake, takeMail } from '../mail/take-mail.ts';
import { checkMail } from './check-mail.ts';
import { limitSenders, type SenderRate } from './sender-rate.ts';
import { asRefusal, refusal } from './smtp-refusal.ts';

export interface MailListenerOptions extends MailIntake {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** The name in the greeting, and of our own mails (see ownHeader). */
  readonly name: string;
  /** Addresses and "@domains" whose mail is taken in. */
  readonly recipients: readonly string[];
  readonly maxBytes: number;
  /** Messages that one sender may hand in within an hour. */
  readonly perSenderAnHour: number;
  /** With it STARTTLS is offered. */
  readonly tls?: { readonly key: Buffer; readonly cert: Buffer } | undefined;
}

export interface MailListener {
  readonly port: number;
  /** Takes no more connections and finishes the mails in hand. */
  close(): Promise<void>;
}

const mostRecipients = 100;
/** Each may hold a message in memory. */
const mostClients = 20;
/** Who has said nothing for so long while we stop is sent away; a sender comes again. */
const goodbyeMs = 5_000;

/**
 * Listens for mail by SMTP. 250 means stored and registered; with the database or the originals away the answer
 * is 451 and the sender keeps the mail.
 * @throws MisconfigurationError when the address is taken or nobody may receive mail
 */
export async function listenForMail(options: MailListenerOptions): Promise<MailListener> {
  if (options.recipients.length === 0)
    throw new MisconfigurationError(
      'smtp-recipients',
      'No recipient is configured for mail. Set MAILROOM_SMTP_RECIPIENTS, for example to @example.de.',
    );
  const rate = limitSenders(options.perSenderAnHour);
  const inHand = new Set<Promise<unknown>>();
  const { SMTPServer } = await import('smtp-server'); // large, and few processes listen for mail
  const server = new SMTPServer({
    ...fixedOptions(options),
    onMailFrom({ address }, session, answer) {
      const sender = senderKey(address, session);
      if (!rate.allows(sender)) return answer(refusal.tooMany(address));
      // Before its bytes are sent in vain.
      options.intake.requireRoom().then(
        () => answer(),
        (error: unknown) => answer(asRefusal(error)),
      );
    },
    onRcptTo({ address }, { envelope }, answer) {
      if (!matchesAddress(options.recipients, address)) answer(refusal.unknownRecipient(address));
      else answer(envelope.rcptTo.length >= mostRecipients ? refusal.tooManyRecipients() : null);
    },
    onData(stream, session, answer) {
      const work = receive(stream, session, options, rate)
        .then((text) => answer(null, text))
        .catch((error: unknown) => answer(asRefusal(error)))
        .finally(() => inHand.delete(work));
      inHand.add(work);
    },
  });
  // A client that breaks off is no news; what concerns a mail is answered and logged where it happens.
  server.on('error', () => undefined);
  const port = await listen(server, options);
  return {
    port,
    async close() {
      await new Promise<void>((resolve) => server.close(resolve));
      await Promise.all(inHand);
    },
  };
}

function fixedOptions({ name, maxBytes, tls }: MailListenerOptions) {
  return {
    ...{
      name,
      size: maxBytes,
      banner: 'Mailroom',
      maxClients: mostClients,
      logger: false,
      closeTimeout: goodbyeMs,
    },
    ...{ authOptional: true, disableReverseLookup: true, hideENHANCEDSTATUSCODES: true },
    disabledCommands: tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    ...tls,
  };
}

async function receive(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  options: MailListenerOptions,
  rate: SenderRate,
): Promise<string> {
  const bytes = await collect(stream, options.maxBytes);
  const receivedAt = new Date();
  const facts = envelopeOf(session);
  const { envelopeFrom } = facts;
  const head = await readMailHead(bytes);
  checkMail(head, options.name);
  const { documentId } = await takeMail({ bytes, head, receivedAt, envelopeFrom, facts }, options);
  rate.count(senderKey(envelopeFrom, session));
  return `2.0.0 Stored as document ${documentId}`;
}

/** Throws when the client goes away in the middle. What is too large is read to its end, but not kept. */
async function collect(stream: SMTPServerDataStream, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    if (stream.sizeExceeded) chunks.length = 0;
    else chunks.push(chunk);
  }
  if (stream.sizeExceeded) throw refusal.tooLarge(maxBytes);
  return Buffer.concat(chunks);
}

/** What the dialogue said around the mail; the sender is empty for bounces. */
function envelopeOf({ envelope, remoteAddress }: SMTPServerSession) {
  const envelopeFrom = envelope.mailFrom ? envelope.mailFrom.address : '';
  return { envelopeFrom, recipients: envelope.rcptTo.map(({ address }) => address), remoteAddress };
}

/** Bounces have no sender of their own; they count for the server that brings them. */
function senderKey(address: string, { remoteAddress }: SMTPServerSession): string {
  return address === '' ? `<>@${remoteAddress}` : address.toLowerCase();
}

function listen(server: SMTPServer, { host, port }: MailListenerOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const listening = server.listen(port, host, () => {
      listening.off('error', failed);
      resolve(portOf(listening.address()));
    });
    function failed(cause: Error): void {
      const message = `Cannot listen for mail on ${host}:${port}: ${messageOf(cause)}. Set MAILROOM_SMTP_PORT.`;
      reject(new MisconfigurationError('smtp-address', message, { cause }));
    }
    listening.once('error', failed);
  });
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('not a TCP port');
  return address.port;
}
