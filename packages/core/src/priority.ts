/** Smaller is sooner. Live mail goes before backfill; what is about to be late goes before both. */
export const priorities = { urgent: 1, live: 10, backfill: 100 } as const;

/** What is known of a document before anybody has read it. */
export interface Unread {
  /** Of a mail its subject. */
  readonly fileName: string;
  readonly receivedAt: Date;
  readonly priority: number;
}

const dayMs = 86_400_000;
/** Its deadline is the shortest there is. */
const cancels = /k(ü|ue|u\u0308)ndig|widerruf/i;

/** Live mail whose deadline is near: it says that it cancels, or was received a day ago, so that its deadline runs. */
export function urgencyOf({ fileName, receivedAt, priority }: Unread, now: Date): number {
  if (priority !== priorities.live) return priority;
  const isNear = cancels.test(fileName) || now.getTime() - receivedAt.getTime() > dayMs;
  return isNear ? priorities.urgent : priority;
}
