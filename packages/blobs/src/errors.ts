import { MailroomError } from '@mailroom/core';

export class BlobMissingError extends MailroomError {
  constructor(sha256: string, place: string) {
    super('blob-missing', `The blob ${sha256} is not in ${place}. Restore it from the backup.`);
  }
}

export class BlobDamagedError extends MailroomError {
  constructor(sha256: string, place: string) {
    super(
      'blob-damaged',
      `The blob ${sha256} in ${place} does not match its hash. Restore it from the backup.`,
    );
  }
}
