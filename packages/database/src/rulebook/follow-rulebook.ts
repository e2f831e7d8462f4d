import type { Rulebook } from '@mailroom/core';
import type { Queryable } from '../database.ts';
import { type Followed, follow } from '../follow.ts';
import { newerRulebook, type VersionedRulebook } from './rulebooks.ts';

/** The rules in force. */
export interface RulesInForce extends Followed<VersionedRulebook> {
  /** Version 0: what holds while nobody has changed anything. */
  readonly defaults: Rulebook;
}

/** Follows what is in force; `fallback` holds until somebody changes something. */
export async function followRulebook(
  database: Queryable,
  fallback: Rulebook,
  everyMs?: number,
): Promise<RulesInForce> {
  const first = { version: 0, rulebook: fallback };
  const followed = await follow(first, ({ version }) => newerRulebook(database, version), everyMs);
  return { ...followed, defaults: fallback };
}
