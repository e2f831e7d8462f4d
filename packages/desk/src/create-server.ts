import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { openCompanySignIn } from './access/company-sign-in.ts';
import { installGuard } from './access/guard.ts';
import { answerErrors } from './answer-errors.ts';
import { answerUnchanged } from './answer-unchanged.ts';
import type { App, Context } from './context.ts';
import { apiDescription } from './describe-api.ts';
import { openPageImages } from './images/page-images.ts';
import type { DeskOptions } from './options.ts';
import type { Assets } from './page/build-page.ts';
import { pageRoutes } from './page/page-routes.ts';
import { auditRoutes } from './routes/audit.ts';
import { blindRoutes } from './routes/blind.ts';
import { companySignInRoutes } from './routes/company-sign-in.ts';
import { documentRoutes } from './routes/documents.ts';
import { failureRoutes } from './routes/failures.ts';
import { fileRoutes } from './routes/files.ts';
import { overviewRoutes } from './routes/overview.ts';
import { reviewRoutes } from './routes/review.ts';
import { rulesRoutes } from './routes/rules.ts';
import { searchRoutes } from './routes/search.ts';
import { sessionRoutes } from './routes/session.ts';
import { stackRoutes } from './routes/stacks.ts';
import { supervisionRoutes } from './routes/supervision.ts';
import { userRoutes } from './routes/users.ts';
import { workRoutes } from './routes/work.ts';

/** The desk's HTTP server, ready to listen (or to be asked with `inject`). */
export async function createServer(options: DeskOptions, assets: Assets): Promise<App> {
  const app: App = fastify({ exposeHeadRoutes: false, bodyLimit: 64_000, logger: false }).withTypeProvider();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(cookie);
  await installProtection(app);
  installGuard(app, options.database);
  answerErrors(app);
  answerUnchanged(app);
  await app.register(swagger, apiDescription);
  // Its files come from the package; the headers of the desk hold for them as well.
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: { layout: 'BaseLayout', supportedSubmitMethods: [] },
  });
  const { company, publicUrl } = options;
  const companySignIn = company && publicUrl ? openCompanySignIn(company, publicUrl) : undefined;
  const context: Context = { ...options, images: openPageImages(options), companySignIn };
  await app.register(async (scope: App) => {
    for (const routes of allRoutes) routes(scope, context);
    pageRoutes(scope, assets);
  });
  await app.ready();
  return app;
}

const allRoutes = [
  sessionRoutes,
  companySignInRoutes,
  overviewRoutes,
  documentRoutes,
  fileRoutes,
  searchRoutes,
  workRoutes,
  reviewRoutes,
  blindRoutes,
  stackRoutes,
  supervisionRoutes,
  failureRoutes,
  rulesRoutes,
  userRoutes,
  auditRoutes,
];

/** Only our own scripts, styles and images; the desk may stand in nobody's frame. */
async function installProtection(app: App): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    // Whoever terminates TLS in front of the desk says so there; on plain HTTP these would only confuse.
    strictTransportSecurity: false,
    originAgentCluster: false,
  });
  // A quick reader makes some hundred requests a minute; a whole office may stand behind one address.
  // The address of somebody who is already gone is unknown.
  const keyGenerator = ({ ip }: { readonly ip: string | undefined }) => ip ?? 'gone';
  await app.register(rateLimit, { max: 6000, timeWindow: '1 minute', keyGenerator });
}
