import { priorities } from '@mailroom/core';
import type { Random } from '../../infra/chaos/random.ts';

/** When a document comes in, in simulated hours since midnight, and how urgent it is. */
export interface Arrival {
  readonly atHour: number;
  readonly priority: number;
}

/**
 * Share of a workday's documents by hour: the post office's trays are opened from seven, scanned until noon; faxes
 * and mails come all day, most before lunch and after work.
 */
const curve = [1, 1, 1, 1, 1, 2, 6, 14, 30, 42, 40, 30, 18, 22, 24, 20, 16, 12, 9, 7, 6, 4, 3, 2];
const allOfCurve = curve.reduce((sum, share) => sum + share, 0);
/** Of live mail. */
const urgentShare = 5;

/** A day with so many live documents, in the order in which they come. */
export function arrivalsOfDay(documents: number, random: Random): readonly Arrival[] {
  const arrivals = curve.flatMap((share, hour) =>
    Array.from({ length: Math.round((documents * share) / allOfCurve) }, () => arrivalIn(hour, random)),
  );
  return arrivals.toSorted((one, other) => one.atHour - other.atHour);
}

/** One hour at `factor` times the mean rate of such a day. */
export function arrivalsOfBurst(documents: number, factor: number, random: Random): readonly Arrival[] {
  const count = Math.round((documents / curve.length) * factor);
  return Array.from({ length: count }, () => arrivalIn(0, random)).toSorted(
    (one, other) => one.atHour - other.atHour,
  );
}

function arrivalIn(hour: number, random: Random): Arrival {
  return {
    atHour: hour + random.whole(0, 3599) / 3600,
    priority: random.whole(1, 100) <= urgentShare ? priorities.urgent : priorities.live,
  };
}
