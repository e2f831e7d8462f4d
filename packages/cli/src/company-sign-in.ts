import { MisconfigurationError } from '@mailroom/core';
import { roles } from '@mailroom/database';
import type { DeskOptions, Grant } from '@mailroom/desk';
import type { Configuration } from './configuration.ts';

/** What the desk needs to know of the company's identity provider; nothing when none is configured. */
export function companySignIn(configuration: Configuration): Pick<DeskOptions, 'company' | 'publicUrl'> {
  const { MAILROOM_URL, OIDC_ISSUER, OIDC_CLIENT_ID: clientId, OIDC_ROLES } = configuration;
  const publicUrl = MAILROOM_URL === undefined ? {} : { publicUrl: new URL(MAILROOM_URL) };
  if (OIDC_ISSUER === undefined) return publicUrl;
  if (clientId === undefined || OIDC_ROLES === undefined || MAILROOM_URL === undefined)
    throw wrong('OIDC_ISSUER needs OIDC_CLIENT_ID, OIDC_ROLES and MAILROOM_URL. Set all of them or none.');
  const issuer = new URL(OIDC_ISSUER);
  if (issuer.protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname))
    throw wrong(`OIDC_ISSUER=${OIDC_ISSUER} is not safe: a provider on another machine must speak https.`);
  const { OIDC_CLIENT_SECRET: clientSecret, OIDC_SCOPE: scope, OIDC_CLAIM: claim } = configuration;
  return {
    ...publicUrl,
    company: { issuer, clientId, clientSecret, scope, claim, grants: readGrants(OIDC_ROLES) },
  };
}

/** "leitung=supervisor, team-k=case-worker:kuendigung+review" */
export function readGrants(text: string): ReadonlyMap<string, Grant> {
  const entries = text.split(',').map((one) => one.trim());
  return new Map(entries.filter((entry) => entry !== '').map(readGrant));
}

function readGrant(entry: string): [string, Grant] {
  const [, group, name, places] = /^(.+)=([a-z-]+)(?::([^:=]+))?$/.exec(entry) ?? [];
  const role = roles.find((one) => one === name);
  const fits = role === 'case-worker' ? places !== undefined : places === undefined || role === 'operator';
  if (group === undefined || role === undefined || !fits)
    throw wrong(
      `OIDC_ROLES has "${entry}". Write GROUP=ROLE with one of ${roles.join(', ')}; a case worker with departments: GROUP=case-worker:kuendigung+review; a scan operator with stations: GROUP=operator:scan-1+scan-2.`,
    );
  const all = (places ?? '').split('+').filter((place) => place !== '');
  const operates = role === 'operator';
  return [group.trim(), { role, queues: operates ? [] : all, stations: operates ? all : [] }];
}

const wrong = (message: string) => new MisconfigurationError('configuration', message);
