import { MailroomError } from '@mailroom/core';
import { admitCompanyUser, writeAudit } from '@mailroom/database';
import type { FastifyReply } from 'fastify';
import { callbackPath, type Passage, passageSchema } from '../access/company-sign-in.ts';
import { notFound, ProblemError } from '../access/problem-error.ts';
import { isSecure, startSession } from '../access/start-session.ts';
import type { App, Context } from '../context.ts';

const cookie = 'mailroom_oidc';
const path = '/api/oidc';
/** Longer than anybody takes to type a password and a second factor. */
const passageSeconds = 600;
const guesses = { rateLimit: { max: 60, timeWindow: '5 minutes' } };

/** There and back: to the company's identity provider, and from it into a session of the desk. */
export function companySignInRoutes(app: App, context: Context): void {
  const { database, companySignIn } = context;

  app.get('/api/oidc', { schema: { hide: true }, config: guesses }, async (_, reply) => {
    if (!companySignIn) throw notFound();
    return orSayWhy(reply, async () => {
      const { url, passage } = await companySignIn.begin();
      keep(reply, passage, isSecure(context));
      return url.href;
    });
  });

  app.get(callbackPath, { schema: { hide: true }, config: guesses }, async (request, reply) => {
    if (!companySignIn) throw notFound();
    return orSayWhy(reply, async () => {
      const passage = read(request.cookies[cookie]);
      reply.clearCookie(cookie, { path });
      const person = await companySignIn.finish(request.url.split('?')[1] ?? '', passage);
      const userId = await admitCompanyUser(database, person);
      if (userId === undefined) throw disabled();
      await startSession(context, userId, reply);
      const details = { issuer: person.issuer, subject: person.subject, role: person.role };
      await writeAudit(database, { actor: person.name, action: 'signed-in', documentId: null, details });
      return '/';
    });
  });
}

/** A browser comes here by itself, so what goes wrong is told by the page that it is sent to. */
async function orSayWhy(reply: FastifyReply, work: () => Promise<string>): Promise<FastifyReply> {
  reply.header('cache-control', 'no-store');
  const to = await work().catch((error: unknown) => {
    if (!(error instanceof MailroomError)) throw error;
    return `/?anmeldung=${error.code}`;
  });
  return reply.redirect(to);
}

/** "lax", because the way back starts at the provider; the page itself cannot read it. */
function keep(reply: FastifyReply, passage: Passage, secure: boolean): void {
  const value = Buffer.from(JSON.stringify(passage)).toString('base64url');
  reply.setCookie(cookie, value, { path, httpOnly: true, sameSite: 'lax', secure, maxAge: passageSeconds });
}

function read(value: string | undefined): Passage {
  try {
    return passageSchema.parse(JSON.parse(Buffer.from(value ?? '', 'base64url').toString('utf8')));
  } catch {
    throw new ProblemError(400, 'no-passage', 'Die Anmeldung hat zu lange gedauert. Bitte beginnen Sie neu.');
  }
}

const disabled = () => new ProblemError(403, 'disabled', 'Dieses Konto ist gesperrt.');
