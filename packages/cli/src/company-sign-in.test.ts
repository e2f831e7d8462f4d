import { expect, test } from 'vitest';
import { companySignIn, readGrants } from './company-sign-in.ts';
import { readConfiguration } from './configuration.ts';

test('groups get a role, and case workers their departments', () => {
  expect(
    readGrants('CN=Post Leitung=supervisor, team-k=case-worker:kuendigung+review, scan=operator:scan-1'),
  ).toEqual(
    new Map([
      ['CN=Post Leitung', { role: 'supervisor', queues: [], stations: [] }],
      ['scan', { role: 'operator', queues: [], stations: ['scan-1'] }],
      ['team-k', { role: 'case-worker', queues: ['kuendigung', 'review'], stations: [] }],
    ]),
  );
  for (const entry of ['leitung', 'leitung=boss', 'team=case-worker', 'leitung=supervisor:kuendigung'])
    expect(() => readGrants(entry)).toThrow(entry);
});

test('half a provider, or one that is reached in the clear, stops the start', () => {
  const read = (environment: NodeJS.ProcessEnv) => companySignIn(readConfiguration(environment));
  const whole = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'desk', OIDC_ROLES: 'a=auditor' };
  expect(read({})).toEqual({});
  expect(() => read(whole)).toThrow('MAILROOM_URL');
  const complete = { ...whole, MAILROOM_URL: 'https://post.example' };
  expect(read(complete).company).toMatchObject({ claim: 'groups', clientSecret: undefined });
  expect(() => read({ ...complete, OIDC_ISSUER: 'http://id.example' })).toThrow('https');
});
