import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { isRouteKey, routeAccess } from './access/route-access.ts';

type Transform = NonNullable<FastifyDynamicSwaggerOptions['transform']>;

/** What OpenAPI says of a route: its schemas, grouped by what it is about, and who may call it. */
const describeRoute: Transform = (input) => {
  const { schema, url } = jsonSchemaTransform(input as Parameters<typeof jsonSchemaTransform>[0]); // its type names the same things
  const [, , area = ''] = url.split('/');
  const key = `${[input.route.method].flat()[0]} ${input.url}`;
  const access = isRouteKey(key) ? routeAccess[key].access : '';
  return { schema: { ...schema, tags: [area], description: `Permission: ${access}` }, url };
};

export const apiDescription: FastifyDynamicSwaggerOptions = {
  openapi: {
    info: {
      title: 'Mailroom desk',
      version: '1',
      description:
        'Everything the page of the desk does. Sign in with `POST /api/session`; whatever changes something carries the session’s token in the header `x-mailroom-csrf`.',
    },
  },
  transform: describeRoute,
};
