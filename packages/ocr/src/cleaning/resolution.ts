import type { ImagePage } from '@mailroom/core';

export interface Resolution {
  readonly xDpi: number;
  readonly yDpi: number;
  readonly guessed: boolean;
}

const a4WidthInches = 8.27;

/**
 * The page's resolution, or a guess that its short side is as wide as A4 when none was recorded: 72 dpi and
 * less is what software writes that does not know, and nobody posts a page longer than 22 inches or shorter than 2.
 */
export function resolutionOf(page: Pick<ImagePage, 'widthPx' | 'heightPx' | 'xDpi' | 'yDpi'>): Resolution {
  const { widthPx, heightPx, xDpi, yDpi } = page;
  const longestInches = Math.max(widthPx / xDpi, heightPx / yDpi);
  const plausible = xDpi > 72 && yDpi > 72 && longestInches >= 2 && longestInches <= 22;
  if (plausible) return { xDpi, yDpi, guessed: false };
  const dpi = Math.max(40, Math.min(widthPx, heightPx) / a4WidthInches);
  return { xDpi: dpi, yDpi: dpi, guessed: true };
}
