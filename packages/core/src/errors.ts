/**
 * Every error that a person can act on. The message says what is wrong and what to do next;
 * `code` is stable and listed in docs/errors.md. Messages for operators and developers are English;
 * those about a document (BadDocumentError) are German, for the scan operator and the case worker.
 */
export class MailroomError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** Permanent: this document cannot be processed as it is. It is kept and shown to a person. */
export class BadDocumentError extends MailroomError {
  /** `rejected`: not a readable document at all; `review`: a person may still make sense of it. */
  readonly state: 'rejected' | 'review';

  constructor(
    code: string,
    message: string,
    { state = 'rejected', ...options }: ErrorOptions & { state?: 'rejected' | 'review' } = {},
  ) {
    super(code, message, options);
    this.state = state;
  }
}

/** Refuse to start: the operator must change the configuration or the machine. */
export class MisconfigurationError extends MailroomError {}

/** Something outside is away or busy; trying again later is right. */
export class TemporaryError extends MailroomError {}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
