import { loadTaxonomy } from '@mailroom/classifier';
import { defaultCalendar, type Rulebook } from '@mailroom/core';
import type { Configuration } from './configuration.ts';

/** One in a hundred delivered documents is looked at by a person: some thousand a month at full volume. */
const blindShare = 0.01;

/** The rules that hold until somebody changes them at the desk: from the taxonomy file and the environment. */
export function defaultRulebook({
  MAILROOM_TAXONOMY,
  MAILROOM_REGION,
  MAILROOM_CLOSES_AT,
}: Configuration): Rulebook {
  return {
    taxonomy: loadTaxonomy(MAILROOM_TAXONOMY),
    calendar: { ...defaultCalendar, region: MAILROOM_REGION, closesAtHour: MAILROOM_CLOSES_AT },
    queueLabels: {},
    targetWrongRate: null,
    blindShare,
  };
}
