export interface ShareInterval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The share of `hits` among `count` with its 95 % interval after Wilson (1927), which holds for few cases and for
 * none: of 100 checked and none wrong, up to 3.7 % may be. Nothing checked: anything may be.
 */
export function shareInterval(hits: number, count: number): ShareInterval {
  if (count === 0) return { share: 0, low: 0, high: 1 };
  const z = 1.959964;
  const share = hits / count;
  const middle = share + (z * z) / (2 * count);
  const half = z * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count * count));
  const scale = 1 + (z * z) / count;
  return { share, low: Math.max(0, (middle - half) / scale), high: Math.min(1, (middle + half) / scale) };
}
