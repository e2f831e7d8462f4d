export interface Dpi {
  readonly xDpi: number;
  readonly yDpi: number;
}

/**
 * The resolution a file states, unless it is one that phones and converters write whatever the paper was (72,
 * or up to 100 on a page larger than A3), else a guess from the pixels.
 */
export function plausibleDpi(widthPx: number, heightPx: number, stated: Partial<Dpi>): Dpi {
  const xDpi = Math.round(stated.xDpi || stated.yDpi || 0);
  const yDpi = Math.round(stated.yDpi || stated.xDpi || 0);
  if (Math.min(xDpi, yDpi) < 73 || Math.max(xDpi, yDpi) > 2400) {
    return guessedDpi(widthPx, heightPx);
  }
  const shortInches = Math.min(widthPx / xDpi, heightPx / yDpi);
  return xDpi <= 100 && shortInches > a3ShortInches ? guessedDpi(widthPx, heightPx) : { xDpi, yDpi };
}

/** Fax machines send 1728 columns at 204 dpi; the height tells fine (196) from standard (98). Else: A4. */
export function guessedDpi(widthPx: number, heightPx: number): Dpi {
  if (widthPx === faxWidthPx) return { xDpi: 204, yDpi: heightPx < 1500 ? 98 : 196 };
  const guess = Math.min(widthPx, heightPx) / a4ShortInches;
  const off = (dpi: number) => Math.abs(guess / dpi - 1);
  const usual = usualDpi.reduce((best, dpi) => (off(dpi) < off(best) ? dpi : best));
  const dpi = off(usual) < 0.06 ? usual : Math.min(1200, Math.max(72, Math.round(guess)));
  return { xDpi: dpi, yDpi: dpi };
}

const faxWidthPx = 1728;
const a4ShortInches = 8.27;
const a3ShortInches = 11.9;
const usualDpi = [72, 96, 100, 150, 200, 240, 300, 400, 600];
