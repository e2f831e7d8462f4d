import type { Database, Station } from '@mailroom/database';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyRequest,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Intake } from '../channels/intake.ts';
import type { Splitter } from '../stack/create-splitter.ts';

/** Fastify whose routes are checked by zod schemas. */
export type StationApp = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

export interface StationContext {
  readonly database: Database;
  readonly intake: Intake;
  /** Takes the stacks of trays apart that say so. */
  readonly splitter: Splitter;
  readonly priority: number;
  /** Of one document. */
  readonly maxBytes: number;
}

/** The station that asks; only where the guard has let it in. */
export function askingStation(request: FastifyRequest): Station {
  return request.getDecorator<Station>('station');
}
