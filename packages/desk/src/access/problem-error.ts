import { MailroomError } from '@mailroom/core';

/** An answer other than the asked one: the status, and words for the person at the desk (German). */
export class ProblemError extends MailroomError {
  readonly statusCode: number;

  constructor(statusCode: number, code: string, message: string) {
    super(code, message);
    this.statusCode = statusCode;
  }
}

export const notFound = () =>
  new ProblemError(404, 'not-found', 'Das gibt es nicht, oder es liegt nicht in Ihren Abteilungen.');
