import { z } from 'zod';
import { instant, list } from './instant.ts';
import { displayName, roleSchema, userName } from './session.ts';

const names = z.array(z.string().min(1).max(100)).max(100);
const rights = { role: roleSchema, queues: names, stations: names.default([]) };
export const usersAnswer = z.object({
  users: list(
    z.object({
      id: z.number(),
      name: z.string(),
      displayName: z.string(),
      role: roleSchema,
      queues: list(z.string()),
      stations: list(z.string()),
      disabled: z.boolean(),
      ready: z.boolean(),
      company: z.boolean(),
    }),
  ),
});
export type UsersAnswer = z.input<typeof usersAnswer>;

export const newUserBody = z.object({ name: userName, displayName, ...rights });
/** Whole: what is left out would be taken away. */
export const changeUserBody = z.object({ displayName, ...rights, stations: names, disabled: z.boolean() });
/** Names of the scan stations that a scan operator may have. */
export const stationsAnswer = z.object({ stations: list(z.string()) });
export type StationsAnswer = z.input<typeof stationsAnswer>;
/** The path of a link that works once, for three days. */
export const invitedAnswer = z.object({ path: z.string() });

export const auditQuery = z.object({
  after: z.coerce.number().int().positive().optional(),
  document: z.coerce.number().int().positive().optional(),
  actor: z.string().min(1).max(100).optional(),
  action: z.string().min(1).max(100).optional(),
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
  next: z.string().nullable(),
});
export type AuditAnswer = z.input<typeof auditAnswer>;
