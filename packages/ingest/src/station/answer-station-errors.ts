import { BadDocumentError, TemporaryError } from '@mailroom/core';
import { StationConflict } from '@mailroom/database';
import type { FastifyError } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { StationApp } from './station-app.ts';
import { StationError } from './station-error.ts';

/** Every error becomes a status, a code and a sentence for the person at the scanner; bugs go to the log. */
export function answerStationErrors(app: StationApp): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { statusCode, code, message, more } = describe(error);
    if (statusCode >= 500 && !request.raw.destroyed)
      process.stderr.write(`stations: ${request.method} ${request.routeOptions.url}: ${forLog(error)}\n`);
    if (statusCode === 503) reply.header('retry-after', code === 'intake-full' ? '30' : '5');
    // What is left of a refused upload need not be read.
    if (!request.raw.readableEnded) reply.header('connection', 'close');
    return reply.status(statusCode).send({ code, message, ...more });
  });
  app.setNotFoundHandler((_, reply) =>
    reply.status(404).send({ code: 'no-route', message: 'Diese Adresse gibt es nicht.' }),
  );
}

/** Where a bug is; what is away or full says so itself. */
const forLog = (error: Error) => (error instanceof TemporaryError ? error.message : error.stack);

function describe(error: Error): Pick<StationError, 'statusCode' | 'code' | 'message' | 'more'> {
  if (error instanceof StationError) return error;
  if (error instanceof StationConflict) return new StationError(409, error.code, error.message);
  if (error instanceof BadDocumentError) return new StationError(422, error.code, error.message);
  if (error instanceof TemporaryError)
    return new StationError(503, error.code, error.code === 'intake-full' ? full : away);
  if (hasZodFastifySchemaValidationErrors(error)) {
    const wrong = error.validation.map((one) => one.instancePath.slice(1) || one.message).join(', ');
    return new StationError(400, 'invalid', `Diese Angaben sind ungültig: ${wrong}.`);
  }
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  if (status === 429) return new StationError(429, 'too-many', 'Zu viele Anfragen. Bitte kurz warten.');
  if (status < 500) return new StationError(status, 'invalid', `Die Anfrage ist ungültig: ${error.message}`);
  return new StationError(500, 'bug', 'Das Schriftstück ist nicht angekommen. Bitte noch einmal senden.');
}

const full = 'Die Poststelle kommt gerade nicht nach. Bitte in einer Minute noch einmal senden.';
const away = 'Die Poststelle ist gerade nicht erreichbar. Bitte gleich noch einmal senden.';
