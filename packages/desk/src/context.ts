import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { CompanySignIn } from './access/company-sign-in.ts';
import type { PageImages } from './images/page-images.ts';
import type { DeskOptions } from './options.ts';

/** Fastify whose routes are checked by zod schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** What the routes work with. */
export interface Context extends DeskOptions {
  readonly images: PageImages;
  readonly companySignIn: CompanySignIn | undefined;
}
