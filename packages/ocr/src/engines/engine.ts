import type { ImagePage } from '@mailroom/core';
import type { Raster } from '../cleaning/raster.ts';

/** One recognised word; the box is in pixels of the raster that was handed over. */
export interface EngineWord {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** 0 to 1, as the engine says. */
  readonly confidence: number;
}

/** A text line in the engine's reading order; lines of one block share its number. */
export interface EngineLine {
  readonly block: number;
  readonly words: readonly EngineWord[];
}

/** What recognises characters. One engine lives in one child process and reads one raster at a time. */
export interface Engine {
  /** `raster` is grey, dark on light, upright, at about `engineDpi`. */
  recognise(raster: Raster): Promise<readonly EngineLine[]>;
  /** For engines that know a page's text without looking at its pixels; others leave it out. */
  recall?(page: ImagePage): readonly EngineLine[];
  /** Resident memory of processes that the engine started, in bytes; this process is not counted. */
  foreignRss(): number;
  close(): Promise<void>;
}

/** Recognition costs half of what it does at 300 dpi and reads no worse. */
export const engineDpi = 200;
