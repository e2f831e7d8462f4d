import { messageOf, TemporaryError } from '@mailroom/core';

/** An answer other than 250. 4xx: the sender keeps the mail and tries again; 5xx: the sender is told (RFC 5321). */
export class SmtpRefusal extends Error {
  /** Read by smtp-server. */
  readonly responseCode: number;

  /** `status` is the enhanced code of RFC 3463, such as "5.1.1". */
  constructor(responseCode: number, status: string, message: string, options?: ErrorOptions) {
    super(`${status} ${message}`, options);
    this.responseCode = responseCode;
  }
}

export const refusal = {
  unknownRecipient: (address: string) =>
    new SmtpRefusal(550, '5.1.1', `<${address}> does not receive mail here`),
  tooManyRecipients: () => new SmtpRefusal(452, '4.5.3', 'Too many recipients'),
  tooLarge: (maxBytes: number) =>
    new SmtpRefusal(552, '5.3.4', `The message is larger than ${maxBytes} bytes`),
  tooMany: (sender: string) =>
    new SmtpRefusal(450, '4.7.1', `Too many messages from <${sender}>, try again later`),
  loop: (why: string) => new SmtpRefusal(554, '5.4.6', `Mail loop: ${why}`),
  tooManyParts: () => new SmtpRefusal(554, '5.6.0', 'The message has too many parts within parts'),
  automaticReply: () => new SmtpRefusal(554, '5.7.1', 'Automatic replies are not read here'),
};

/**
 * Whatever else fails is our trouble, not the mail's: the sender keeps it and comes again. What is not plainly
 * something outside being away goes to the log.
 */
export function asRefusal(error: unknown): SmtpRefusal {
  if (error instanceof SmtpRefusal) return error;
  if (!(error instanceof TemporaryError) && !isClientGone(error))
    process.stderr.write(
      `mail: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  const hidden = error instanceof TemporaryError ? messageOf(error) : 'the message cannot be stored';
  return new SmtpRefusal(451, '4.3.0', `Not stored, try again later: ${hidden}`, { cause: error });
}

function isClientGone(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ECONNECTION' || code === 'ERR_STREAM_PREMATURE_CLOSE';
}
