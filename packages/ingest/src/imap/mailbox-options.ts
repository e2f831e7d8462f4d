import type { MailIntake } from '../mail/take-mail.ts';

export interface MailboxOptions extends MailIntake {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; without it STARTTLS when the server offers it. */
  readonly secure: boolean;
  readonly user: string;
  readonly password: string;
  /** Folders, their parts separated by "/" whatever the server uses. */
  readonly mailbox: string;
  readonly doneFolder: string;
  readonly problemFolder: string;
  readonly maxBytes: number;
  /** The name of our own mails (see ownHeader). */
  readonly name: string;
  /** Mail that the server does not announce is found after this time at the latest. */
  readonly pollMs: number;
}
