import { createHash, createHmac, randomBytes } from 'node:crypto';

/** 256 random bits for a cookie or a link. */
export const newToken = () => randomBytes(32).toString('base64url');

/** What the database keeps of a token. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

/** The CSRF token of a session: only who holds the cookie's value can compute it, and it is nowhere stored. */
export const csrfOf = (token: string) => createHmac('sha256', token).update('csrf').digest('base64url');
