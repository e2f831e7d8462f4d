import { MailroomError } from '@mailroom/core';
import { program } from './program.ts';

try {
  await program().parseAsync(process.argv);
} catch (error) {
  // A stack helps a developer; a person who can act on the message needs only that.
  const known = error instanceof MailroomError;
  process.stderr.write(
    `${known ? `${error.message} (${error.code})` : error instanceof Error ? error.stack : error}\n`,
  );
  process.exitCode = 1;
}
// What cannot say goodbye to a service that is away must not keep a finished command alive.
process.exit();
