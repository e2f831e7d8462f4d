import { messageOf, TemporaryError } from '@mailroom/core';
import type { CompanyPerson } from '@mailroom/database';
import * as oidc from 'openid-client';
import { z } from 'zod';
import { type Grant, grantOf } from './company-grants.ts';
import { ProblemError } from './problem-error.ts';

/** The company's identity provider (OpenID Connect), and what its groups may do here. */
export interface CompanySignInOptions {
  readonly issuer: URL;
  readonly clientId: string;
  /** Undefined: a public client, which PKCE alone protects. */
  readonly clientSecret: string | undefined;
  readonly scope: string;
  /** The claim that names somebody's groups or roles. */
  readonly claim: string;
  readonly grants: ReadonlyMap<string, Grant>;
}

/** What the browser keeps while somebody is at the provider, so that the answer can only be used there. */
export const passageSchema = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });
export type Passage = z.infer<typeof passageSchema>;

export const callbackPath = '/api/oidc/callback';

/** Signing in at the company's provider: authorization code with PKCE. */
export interface CompanySignIn {
  begin(): Promise<{ url: URL; passage: Passage }>;
  /** @throws ProblemError when the answer is not good, or its groups may do nothing here */
  finish(query: string, passage: Passage): Promise<CompanyPerson>;
  /** Where to sign out there as well; undefined when the provider has no such page. */
  signOutUrl(): Promise<string | undefined>;
}

/** `deskUrl`: where the browser reaches the desk. The provider is asked for its addresses at the first sign-in. */
export function openCompanySignIn(options: CompanySignInOptions, deskUrl: URL): CompanySignIn {
  const redirectUri = new URL(callbackPath, deskUrl).href;
  const provider = keepOnceItWorks(() => discover(options));
  return {
    async begin() {
      const verifier = oidc.randomPKCECodeVerifier();
      const passage = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier };
      const url = oidc.buildAuthorizationUrl(await provider(), {
        ...{ redirect_uri: redirectUri, scope: options.scope, state: passage.state, nonce: passage.nonce },
        ...{ code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
      });
      return { url, passage };
    },

    async finish(query, passage) {
      const config = await provider();
      const claims = await readClaims(config, new URL(`?${query}`, redirectUri), passage).catch(refused);
      return personOf(claims, options);
    },

    async signOutUrl() {
      const config = await provider();
      if (config.serverMetadata().end_session_endpoint === undefined) return undefined;
      return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: new URL('/', deskUrl).href }).href;
    },
  };
}

/** A provider that is away now is asked again at the next sign-in. */
function keepOnceItWorks<Value>(open: () => Promise<Value>): () => Promise<Value> {
  let opened: Promise<Value> | undefined;
  return () => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
}

async function discover({
  issuer,
  clientId,
  clientSecret,
}: CompanySignInOptions): Promise<oidc.Configuration> {
  const proof = clientSecret === undefined ? oidc.None() : oidc.ClientSecretBasic(clientSecret);
  // The configuration lets only addresses of this machine do without TLS.
  const execute = issuer.protocol === 'http:' ? { execute: [oidc.allowInsecureRequests] } : {};
  return oidc.discovery(issuer, clientId, undefined, proof, execute).catch((cause: unknown) => {
    throw new TemporaryError(
      'oidc-away',
      `The identity provider ${issuer.href} does not answer: ${messageOf(cause)}. Check OIDC_ISSUER.`,
      { cause },
    );
  });
}

type Claims = Readonly<Record<string, unknown>>;

/** Some providers tell groups only on request, at the userinfo endpoint. */
async function readClaims(config: oidc.Configuration, callback: URL, passage: Passage): Promise<Claims> {
  const tokens = await oidc.authorizationCodeGrant(config, callback, {
    ...{ pkceCodeVerifier: passage.verifier, expectedState: passage.state, expectedNonce: passage.nonce },
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw new Error('no ID token');
  if (config.serverMetadata().userinfo_endpoint === undefined) return claims;
  return { ...(await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)), ...claims };
}

function refused(cause: unknown): never {
  process.stderr.write(`desk: sign-in at the identity provider: ${messageOf(cause)}\n`);
  throw new ProblemError(401, 'company-sign-in-failed', 'Die Anmeldung mit dem Firmenkonto ist gescheitert.');
}

const text = z.string().min(1);
const claimsSchema = z.object({
  iss: text,
  sub: text,
  name: text.optional(),
  preferred_username: text.optional(),
  email: text.optional(),
});

function personOf(claims: Claims, { claim, grants }: CompanySignInOptions): CompanyPerson {
  const { iss, sub, name, preferred_username: userName, email } = claimsSchema.parse(claims);
  const groups = z
    .union([z.array(z.string()), z.string().transform((one) => [one])])
    .safeParse(claims[claim]);
  const grant = grantOf(groups.data ?? [], grants);
  if (!grant) {
    throw new ProblemError(
      403,
      'no-company-role',
      'Ihr Firmenkonto ist für das Postzimmer nicht freigeschaltet.',
    );
  }
  const signInName = asUserName(userName ?? email ?? sub);
  return { issuer: iss, subject: sub, name: signInName, displayName: name ?? signInName, ...grant };
}

/** As the names of users are written: "Maria.Brandt@example.com" becomes "maria.brandt". */
function asUserName(given: string): string {
  const plain = given
    .toLowerCase()
    .replace(/@.*$/, '')
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '');
  return plain.length > 1 ? plain.slice(0, 56) : `firma-${plain}`;
}
