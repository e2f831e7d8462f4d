import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import fastify from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { answerStationErrors } from './answer-station-errors.ts';
import { guardStations, stationRateKey } from './guard-stations.ts';
import { pageRoutes } from './page-routes.ts';
import { rescanRoutes } from './rescan-routes.ts';
import type { StationServerOptions } from './serve-stations.ts';
import type { StationApp } from './station-app.ts';
import { trayRoutes } from './tray-routes.ts';
import { uploadRoutes } from './upload-routes.ts';

/** A stack of paper sends one document after the other; a scanner is no faster than this. */
const usualPerMinute = 1200;
/** The slowest line that still gets a large scan through. */
const requestTimeoutMs = 15 * 60_000;

/** The routes of the scan stations, and /openapi.json that describes them. */
export async function createStationApp(options: StationServerOptions): Promise<StationApp> {
  const app: StationApp = fastify({
    ...{ logger: false, bodyLimit: 64_000, requestTimeout: requestTimeoutMs, forceCloseConnections: 'idle' },
  }).withTypeProvider();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerStationErrors(app);
  await app.register(swagger, { openapi, transform: jsonSchemaTransform });
  await app.register(rateLimit, {
    ...{ hook: 'preHandler', timeWindow: '1 minute', max: options.perMinute ?? usualPerMinute },
    ...{ global: false, keyGenerator: stationRateKey },
  });
  pageRoutes(app);
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
  await app.register(async (guarded: StationApp) => {
    guardStations(guarded, options.database);
    guarded.addHook('preHandler', guarded.rateLimit());
    trayRoutes(guarded, options);
    await guarded.register(async (uploads: StationApp) => {
      takeAnyBody(uploads);
      uploadRoutes(uploads, options);
      rescanRoutes(uploads, options);
    });
  });
  await app.ready();
  return app;
}

const openapi = {
  info: { title: 'Mailroom intake', version: '1', description: 'How scan stations hand in their trays.' },
  components: { securitySchemes: { station: { type: 'http' as const, scheme: 'bearer' } } },
  security: [{ station: [] }],
};

/** The handler reads the body itself, as it comes. */
function takeAnyBody(app: StationApp): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_, payload, done) => done(null, payload));
}
