import { roles } from '@mailroom/database';
import { z } from 'zod';
import { list } from './instant.ts';

export const roleSchema = z.enum(roles);

export const permissionNames = [
  'overview',
  'documents',
  'work',
  'review',
  'stacks',
  'supervise',
  'operate',
  'rules',
  'users',
  'audit',
] as const;
export type Permission = (typeof permissionNames)[number];

export const sessionAnswer = z.object({
  person: z
    .object({
      name: z.string(),
      displayName: z.string(),
      role: roleSchema,
      queues: list(z.string()),
      permissions: list(z.enum(permissionNames)),
    })
    .nullable(),
  /** To be sent as x-mailroom-csrf with everything that changes something. */
  csrf: z.string(),
  /** Whether people may also sign in at the company's identity provider. */
  companySignIn: z.boolean(),
});
export type SessionAnswer = z.input<typeof sessionAnswer>;

/** Sign-in names are typed by hand: lower case, no spaces. */
export const userName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,63}$/);
export const displayName = z.string().trim().min(1).max(80);
export const newPassword = z.string().min(10).max(200);

export const signInBody = z.object({
  name: z.string().trim().toLowerCase().max(64),
  password: z.string().max(200),
});
/** Where to sign out as well, if anywhere. */
export const signedOutAnswer = z.object({ next: z.string().nullable() });
const token = z.string().regex(/^[\w-]{20,100}$/);
export const invitationBody = z.object({ token });
export const invitationAnswer = z.object({ name: z.string().nullable(), displayName: z.string().nullable() });
export const acceptBody = z.object({ token, name: userName, displayName, password: newPassword });
