/** A rectangle in pixels of the page as it was received (before any turning or stretching), origin top left. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One word as read, in reading order. `line` numbers the text line within the page, from 0. */
export interface Word {
  readonly text: string;
  readonly box: Box;
  /** 0 to 1. 1 for born-digital text. */
  readonly confidence: number;
  readonly line: number;
}

/** A page image as it was received: still encoded, original pixels. */
export interface ImagePage {
  readonly kind: 'image';
  /** From 1. */
  readonly number: number;
  /** An image that sharp reads: JPEG, PNG, WebP, TIFF (also G3 and G4). */
  readonly image: Buffer;
  /** Which sub-image of a multi-page TIFF, from 0. */
  readonly subImage: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Dots per inch; they differ on a standard-resolution fax (204 x 98). */
  readonly xDpi: number;
  readonly yDpi: number;
  /** Clockwise turn that shows the page upright (PDF /Rotate, EXIF), in degrees. */
  readonly turn: 0 | 90 | 180 | 270;
  /** Why part of the pixels may be missing, in words, if they may. */
  readonly damage?: string;
}

/** A page whose text needs no recognition: born-digital PDF, mail body. */
export interface TextPage {
  readonly kind: 'text';
  readonly number: number;
  readonly text: string;
  /** In pixels at 200 dpi (so that boxes mean the same everywhere). */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly words: readonly Word[];
}

export type OpenedPage = ImagePage | TextPage;

/** What opening a document's bytes gives. `pages()` yields one page at a time, so memory stays bounded. */
export interface OpenedDocument {
  readonly mediaType: string;
  readonly pageCount: number;
  pages(): AsyncIterable<OpenedPage>;
  /** Mail only: what the envelope says. */
  readonly mail?: { readonly from?: string; readonly subject?: string; readonly sentAt?: Date };
  /** Parts that were left out, in words ("attachment x.exe is not a readable document"). */
  readonly notes: readonly string[];
}

/** A page after reading: its words in pixels of the page as received. */
export interface ReadPage {
  readonly number: number;
  readonly source: 'ocr' | 'text';
  readonly widthPx: number;
  readonly heightPx: number;
  readonly xDpi: number;
  readonly yDpi: number;
  readonly turn: 0 | 90 | 180 | 270;
  /** Lines in reading order, `\n` between them, an empty line between blocks. */
  readonly text: string;
  readonly words: readonly Word[];
  /** 0 to 1, mean over the words; 1 for text pages and blank pages. */
  readonly confidence: number;
  readonly blank: boolean;
  /** Share of the page that ink covers, 0 to 1; not known of text pages. */
  readonly inkRatio?: number;
  /** A perceptual hash of the image, in hexadecimal digits; none of text or of a page without ink. */
  readonly look?: string;
  /** What was done to the image before recognition ("squared 204x98", "turned 180"), and damage. */
  readonly notes: readonly string[];
}
