/** Smaller is sooner. Live mail goes before backfill; what is about to be late goes before both. */
export const priorities = { urgent: 1, live: 10, backfill: 100 } as const;
