/** How much one document may cost to open. */
export interface OpenLimits {
  /** Pages of one document, attachments included. */
  readonly maxPages: number;
  /** Pixels of one page image. An A4 page at 1200 dpi has 139 million. */
  readonly maxPixels: number;
  /** Attachments of one mail, nested mails included. */
  readonly maxAttachments: number;
  /** How deep mails may be nested in mails. */
  readonly maxDepth: number;
  /** Time spent in opening one document, without what the caller does between pages. */
  readonly timeMs: number;
}

export const defaultLimits: OpenLimits = {
  maxPages: 500,
  maxPixels: 150_000_000,
  maxAttachments: 50,
  maxDepth: 3,
  timeMs: 120_000,
};

/** A tray is longer than any letter. */
export const stackLimits: OpenLimits = { ...defaultLimits, maxPages: 5000, timeMs: 10 * 60_000 };
