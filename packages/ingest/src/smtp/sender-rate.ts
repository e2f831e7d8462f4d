/** How many messages a sender may hand in; kept in memory, so it is per process. */
export interface SenderRate {
  allows(sender: string): boolean;
  /** Counts a message that was taken in. */
  count(sender: string): void;
}

interface Bucket {
  /** Messages that may still come at once. */
  left: number;
  at: number;
}

const hourMs = 3_600_000;
/** Sender addresses are cheap to invent; more of them must not cost more memory. */
const mostSenders = 20_000;

/** A bucket of `perHour` messages for each sender that fills again over an hour. */
export function limitSenders(perHour: number, now: () => number = Date.now): SenderRate {
  const buckets = new Map<string, Bucket>();

  function bucketOf(sender: string): Bucket {
    const at = now();
    const known = buckets.get(sender);
    const left = known ? Math.min(perHour, known.left + ((at - known.at) / hourMs) * perHour) : perHour;
    return { left, at };
  }

  return {
    allows: (sender) => bucketOf(sender).left >= 1,
    count(sender) {
      const { left, at } = bucketOf(sender);
      buckets.delete(sender); // to the end: the map's order is that of the last message
      buckets.set(sender, { left: left - 1, at });
      const [oldest] = buckets.keys();
      if (buckets.size > mostSenders && oldest !== undefined) buckets.delete(oldest);
    },
  };
}
