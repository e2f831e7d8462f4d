import { BadDocumentError, MailroomError, messageOf, TemporaryError } from '@mailroom/core';
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod';
import { ProblemError } from './access/problem-error.ts';
import type { Problem } from './api/instant.ts';
import type { App } from './context.ts';

/** Every error becomes a status, a code and a sentence; what is a bug of ours goes to the log, not to the browser. */
export function answerErrors(app: App): void {
  app.setErrorHandler((error, request, reply) => {
    const { status, problem } = describe(error);
    if (status === 500)
      process.stderr.write(`desk: ${request.method} ${request.routeOptions.url}: ${detail(error)}\n`);
    return reply.status(status).header('cache-control', 'no-store').send(problem);
  });
}

function describe(error: unknown): { status: number; problem: Problem } {
  if (error instanceof ProblemError) return answer(error.statusCode, error.code, error.message);
  if (error instanceof BadDocumentError) return answer(422, error.code, error.message);
  if (error instanceof TemporaryError) {
    return answer(
      503,
      error.code,
      'Der Dienst ist gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.',
    );
  }
  if (error instanceof MailroomError)
    return answer(500, error.code, 'Der Dienst ist gestört. Bitte die Technik rufen.');
  if (hasZodFastifySchemaValidationErrors(error)) {
    const wrong = error.validation.map((one) => one.instancePath.slice(1)).filter(Boolean);
    return answer(400, 'invalid', `Diese Angaben sind ungültig: ${wrong.join(', ')}.`);
  }
  const status = statusOf(error);
  if (status === 429) return answer(429, 'too-many', 'Zu viele Anfragen. Bitte warten Sie einen Moment.');
  if (status < 500) return answer(status, 'invalid', 'Die Anfrage ist ungültig.');
  return answer(500, 'bug', 'Das hat nicht geklappt. Der Fehler steht im Protokoll des Dienstes.');
}

const answer = (status: number, code: string, message: string) => ({ status, problem: { code, message } });

function statusOf(error: unknown): number {
  if (!(error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number')) return 500;
  return error.statusCode >= 400 ? error.statusCode : 500;
}

function detail(error: unknown): string {
  if (isResponseSerializationError(error)) return `${error.message}: ${messageOf(error.cause)}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
