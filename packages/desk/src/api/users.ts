import { z } from 'zod';
import { instant, list } from './instant.ts';
import { displayName, roleSchema, userName } from './session.ts';

const queues = z.array(z.string().min(1).max(100)).max(100);
export const usersAnswer = z.object({
  users: list(
    z.object({
      id: z.number(),
      name: z.string(),
      displayName: z.string(),
      role: roleSchema,
      queues: list(z.string()),
      disabled: z.boolean(),
      ready: z.boolean(),
      company: z.boolean(),
    }),
  ),
});
export type UsersAnswer = z.input<typeof usersAnswer>;

export const newUserBody = z.object({ name: userName, displayName, role: roleSchema, queues });
export const changeUserBody = z.object({ displayName, role: roleSchema, queues, disabled: z.boolean() });
/** The path of a link that works once, for three days. */
export const invitedAnswer = z.object({ path: z.string() });

export const auditQuery = z.object({
  before: z.coerce.number().int().positive().optional(),
  document: z.coerce.number().int().positive().optional(),
});
export const auditAnswer = z.object({
  items: list(
    z.object({
      id: z.number(),
      at: instant,
      actor: z.string(),
      action: z.string(),
      documentId: z.number().nullable(),
      details: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type AuditAnswer = z.input<typeof auditAnswer>;
