import { openSession } from '@mailroom/database';
import type { FastifyReply } from 'fastify';
import type { Context } from '../context.ts';
import { cookieName } from './guard.ts';
import { hashToken, newToken } from './token.ts';

const sessionHours = 12;

/** Whether browsers reach the desk by TLS: then cookies never travel without. */
export const isSecure = ({ publicUrl }: Pick<Context, 'publicUrl'>) => publicUrl?.protocol === 'https:';

/** Signs somebody in whose proof has been checked. */
export async function startSession(context: Context, userId: number, reply: FastifyReply): Promise<void> {
  const token = newToken();
  await openSession(context.database, { tokenHash: hashToken(token), userId, hours: sessionHours });
  const maxAge = sessionHours * 3600;
  const secure = isSecure(context);
  reply.setCookie(cookieName, token, { path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge });
}
