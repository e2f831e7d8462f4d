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

/** What recognises characters: one warm process that reads one raster at a time. */
export interface Engine {
  readonly pid: number;
  readonly alive: boolean;
  /**
   * @param file a raster as writeRaster leaves it: grey, dark on light, upright, at 135 by 150 to 200 dpi
   * @throws ChildFailure after killing the process: no answer in time, death, or an answer that makes no sense
   */
  recognise(file: string, timeoutMs: number): Promise<readonly EngineLine[]>;
  /** Ends it and everything it started. */
  end(): Promise<void>;
}

/**
 * What the engines are told about every raster. Letters of a coarse scan are enlarged to it; those of a sharp one
 * need less, and the engines' layout wants to be told the same all the same (measured: docs/decisions/ocr.md).
 */
export const engineDpi = 200;

/** The same for both engines: automatic layout, and a resolution that the file does not say. */
export const engineSettings = { tessedit_pageseg_mode: 3, user_defined_dpi: engineDpi };
